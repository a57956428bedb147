//! Form and multipart bodies, byte for byte.

use super::petstore;
use crate::runtime::{Body, Call, Encoding, Endpoint, Field, FilePart, Shape, Style, Value, Wire};
use serde_json::json;

static UPLOAD: Endpoint = Endpoint {
    id: "upload",
    method: "POST",
    path: "/upload",
    parameters: &[],
    accept: "",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

/// The content type and body of a call.
fn sent(fill: impl FnOnce(&mut Call)) -> (String, String) {
    let mut call = petstore::call(&UPLOAD, &[]);
    fill(&mut call);
    let request: http::Request<Body> = call.into_request::<()>().expect("a request");
    let media = request.headers()["content-type"]
        .to_str()
        .expect("text")
        .to_owned();
    (
        media,
        String::from_utf8(request.into_body().as_bytes().expect("bytes").to_vec()).expect("text"),
    )
}

fn form(value: Value, encodings: &'static [Encoding]) -> String {
    let (media, body) = sent(|call| call.form(&value, encodings));
    assert_eq!(media, "application/x-www-form-urlencoded");
    body
}

#[test]
fn forms_repeat_lists_and_embed_objects() {
    let value = json!({"a b": "c&d", "list": [1, "x y", true], "none": null, "object": {"k": [1]}, "empty": ""});
    assert_eq!(
        form(value, &[]),
        "a%20b=c%26d&list=1&list=x%20y&list=true&object=%7B%22k%22%3A%5B1%5D%7D&empty="
    );
    assert_eq!(form(json!({}), &[]), "");
}

#[test]
fn forms_follow_their_encodings() {
    static ENCODINGS: [Encoding; 5] = [
        Encoding::new("deep").styled(Style::DeepObject, true),
        Encoding::new("pipes").styled(Style::PipeDelimited, false),
        Encoding::new("json").media("application/json"),
        Encoding::new("raw").reserved(),
        Encoding::new("plain").media("text/plain"),
    ];
    let value = json!({
        "deep": {"a": {"b": 1}, "c": [2]},
        "pipes": ["x", "y"],
        "json": [1, {"a": null}],
        "raw": "a/b?c&d",
        "plain": "t",
    });
    assert_eq!(
        form(value, &ENCODINGS),
        "deep%5Ba%5D%5Bb%5D=1&deep%5Bc%5D%5B0%5D=2&pipes=x%7Cy&json=%5B1%2C%7B%22a%22%3Anull%7D%5D&raw=a/b?c%26d&plain=t"
    );
}

/// A body with files among its properties, as `emit` writes one.
struct Upload {
    title: String,
    tags: Option<Vec<String>>,
    meta: Value,
    file: FilePart,
    more: Vec<FilePart>,
}

impl Wire for Upload {
    fn blank() -> Self {
        Upload {
            title: String::new(),
            tags: None,
            meta: Value::Null,
            file: FilePart::blank(),
            more: Vec::new(),
        }
    }

    fn table(&self) -> crate::runtime::Table {
        static SHAPE: Shape = Shape::closed(
            "Upload",
            &[
                Field::required("title", "title"),
                Field::optional("tags", "tags"),
                Field::required("meta", "meta"),
                Field::required("file \"1\"", "file"),
                Field::required("more", "more"),
            ],
        );
        crate::runtime::Table::Object(&SHAPE)
    }

    fn slot(&self, index: usize) -> &dyn Wire {
        match index {
            0 => &self.title,
            1 => &self.tags,
            2 => &self.meta,
            3 => &self.file,
            _ => &self.more,
        }
    }

    fn slot_mut(&mut self, index: usize) -> &mut dyn Wire {
        match index {
            0 => &mut self.title,
            1 => &mut self.tags,
            2 => &mut self.meta,
            3 => &mut self.file,
            _ => &mut self.more,
        }
    }
}

#[test]
fn multipart_bodies_have_a_part_for_each_property_item_and_file() {
    static ENCODINGS: [Encoding; 3] = [
        Encoding::new("title").media("text/plain; charset=utf-8"),
        Encoding::new("file \"1\"").media("image/png, image/jpeg"),
        Encoding::new("more").media("*/*"),
    ];
    let upload = Upload {
        title: "Grüße".into(),
        tags: Some(vec!["a".into(), "b".into()]),
        meta: json!({"k": [1, null]}),
        file: FilePart::new("PNG\r\n--").with_file_name("a\"b\r\nx: y.png"),
        more: vec![
            FilePart::from("one".as_bytes()),
            FilePart::from(vec![b'2']).with_media_type("text/csv"),
        ],
    };
    let (media, body) = sent(|call| call.multipart(&upload, "multipart/form-data", &ENCODINGS));
    let boundary = media
        .strip_prefix("multipart/form-data; boundary=")
        .expect("a boundary");
    assert_eq!(boundary.len(), 32);
    let expected = [
        "Content-Disposition: form-data; name=\"title\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGrüße",
        "Content-Disposition: form-data; name=\"tags\"\r\n\r\na",
        "Content-Disposition: form-data; name=\"tags\"\r\n\r\nb",
        "Content-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"k\":[1,null]}",
        "Content-Disposition: form-data; name=\"file %221%22\"; filename=\"a%22b%0D%0Ax: y.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--",
        "Content-Disposition: form-data; name=\"more\"; filename=\"more\"\r\nContent-Type: application/octet-stream\r\n\r\none",
        "Content-Disposition: form-data; name=\"more\"; filename=\"more\"\r\nContent-Type: text/csv\r\n\r\n2",
    ];
    let text: String = expected
        .iter()
        .map(|part| format!("--{boundary}\r\n{part}\r\n"))
        .collect();
    assert_eq!(body, format!("{text}--{boundary}--\r\n"));
    let (other, _) = sent(|call| call.multipart(&upload, "multipart/form-data", &ENCODINGS));
    assert_ne!(other, media, "each body has a boundary of its own");
}

#[test]
fn multipart_lists_can_be_one_document() {
    static ENCODINGS: [Encoding; 1] = [Encoding::new("tags").media("application/json")];
    let value = json!({"tags": ["a", "b"], "none": null});
    let (media, body) = sent(|call| call.multipart(&value, "multipart/mixed; x=y", &ENCODINGS));
    assert!(media.starts_with("multipart/mixed; boundary="), "{media}");
    assert!(
        body.contains("name=\"tags\"\r\nContent-Type: application/json\r\n\r\n[\"a\",\"b\"]\r\n"),
        "{body}"
    );
    assert!(!body.contains("none"), "{body}");
}

/// OpenAPI 3.2, Encoding By Name: one value an item, each as the encoding says.
#[test]
fn each_item_of_a_list_can_be_a_document() {
    static ENCODINGS: [Encoding; 1] = [Encoding::new("items").media("application/json").each()];
    let value = json!({"items": ["a", {"k": 1}]});
    assert_eq!(
        form(value.clone(), &ENCODINGS),
        "items=%22a%22&items=%7B%22k%22%3A1%7D"
    );
    let (_, body) = sent(|call| call.multipart(&value, "multipart/form-data", &ENCODINGS));
    let head = "name=\"items\"\r\nContent-Type: application/json\r\n\r\n";
    assert!(body.contains(&format!("{head}\"a\"\r\n")), "{body}");
    assert!(body.contains(&format!("{head}{{\"k\":1}}\r\n")), "{body}");
}

/// OpenAPI 3.1, Encoding `style`; Appendix E: nothing is percent-encoded in a part.
#[test]
fn multipart_lists_can_be_one_part() {
    static ENCODINGS: [Encoding; 3] = [
        Encoding::new("commas").styled(Style::Form, false),
        Encoding::new("spaces").styled(Style::SpaceDelimited, false),
        Encoding::new("pipes").styled(Style::PipeDelimited, false),
    ];
    let value =
        json!({"commas": ["a b", null, 1], "spaces": ["a", "b"], "pipes": [true], "none": []});
    let (_, body) = sent(|call| call.multipart(&value, "multipart/form-data", &ENCODINGS));
    for part in [
        "name=\"commas\"\r\n\r\na b,1\r\n",
        "name=\"spaces\"\r\n\r\na b\r\n",
        "name=\"pipes\"\r\n\r\ntrue\r\n",
    ] {
        assert!(body.contains(part), "{body}");
    }
    assert_eq!(body.matches("Content-Disposition").count(), 3, "{body}");
}

#[test]
fn text_and_bytes_are_sent_as_they_are() {
    assert_eq!(
        sent(|call| call.text("<a/>", "application/xml")),
        ("application/xml".into(), "<a/>".into())
    );
    let bytes = bytes::Bytes::from_static(b"\x00\x01");
    assert_eq!(
        sent(|call| call.bytes(bytes, "image/png")),
        ("image/png".into(), "\0\u{1}".into())
    );
}

#[test]
fn files_in_json_are_text() {
    let upload: Upload = crate::runtime::json::from_str(
        r#"{"title":"t","meta":null,"file \"1\"":"data","more":[],"tags":[]}"#,
    )
    .expect("an upload");
    assert_eq!(upload.file, FilePart::from("data"));
    assert!(crate::runtime::json::to_string(&upload).contains(r#""file \"1\"":"data""#));
}
