//! Each style × explode × type × location beside what the specification's table of style examples and RFC 6570 give.

use super::petstore;
use crate::runtime::{Endpoint, Error, Location, Parameter, Style, Value};
use serde_json::json;

/// The request that comes of one parameter.
struct Sent {
    path: String,
    query: Option<String>,
    header: Option<String>,
    cookie: Option<String>,
}

fn try_send(parameter: Parameter, value: &Value) -> Result<Sent, Error<()>> {
    let in_path = parameter.location == Location::Path;
    let name = parameter.name;
    // Each case needs an endpoint of its own, and endpoints live as long as the program.
    let path: &str = if in_path {
        format!("/p/{{{name}}}").leak()
    } else {
        "/p"
    };
    let endpoint = Box::leak(Box::new(Endpoint {
        id: "op",
        method: "GET",
        path,
        parameters: Box::leak(Box::new([parameter])),
        accept: "",
        security: &[],
        api: petstore::API_REF,
        servers: None,
    }));
    let request = petstore::call(endpoint, &[value]).into_request::<()>()?;
    let text = |name: &str| {
        let value = request.headers().get(name)?;
        Some(String::from_utf8(value.as_bytes().to_vec()).expect("UTF-8"))
    };
    Ok(Sent {
        path: request.uri().path().to_owned(),
        query: request.uri().query().map(str::to_owned),
        header: text(name),
        cookie: text("cookie"),
    })
}

fn send(style: Style, explode: bool, location: Location, reserved: bool, value: &Value) -> Sent {
    let parameter = Parameter {
        bounds: crate::runtime::Bounds::NONE,
        name: "color",
        location,
        style,
        explode,
        allow_reserved: reserved,
        idempotency: false,
        required: false,
    };
    try_send(parameter, value).expect("a request")
}

fn path(style: Style, explode: bool, value: Value) -> String {
    let sent = send(style, explode, Location::Path, false, &value);
    sent.path.strip_prefix("/p/").expect("the path").to_owned()
}

fn query(style: Style, explode: bool, value: Value) -> Option<String> {
    send(style, explode, Location::Query, false, &value).query
}

fn array() -> Value {
    json!(["blue", "black", "brown"])
}

fn object() -> Value {
    json!({"R": 100, "G": 200, "B": 150})
}

#[test]
fn paths_follow_the_table() {
    let cases = [
        (
            Style::Matrix,
            false,
            ";color",
            ";color=blue",
            ";color=blue,black,brown",
            ";color=R,100,G,200,B,150",
        ),
        (
            Style::Matrix,
            true,
            ";color",
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";R=100;G=200;B=150",
        ),
        (
            Style::Label,
            false,
            "",
            ".blue",
            ".blue,black,brown",
            ".R,100,G,200,B,150",
        ),
        (
            Style::Label,
            true,
            "",
            ".blue",
            ".blue.black.brown",
            ".R=100.G=200.B=150",
        ),
        (
            Style::Simple,
            false,
            "",
            "blue",
            "blue,black,brown",
            "R,100,G,200,B,150",
        ),
        (
            Style::Simple,
            true,
            "",
            "blue",
            "blue,black,brown",
            "R=100,G=200,B=150",
        ),
    ];
    for (style, explode, empty, string, list, pairs) in cases {
        if !empty.is_empty() {
            assert_eq!(
                path(style, explode, json!("")),
                empty,
                "{style:?} {explode} empty"
            );
        }
        assert_eq!(
            path(style, explode, json!("blue")),
            string,
            "{style:?} {explode} string"
        );
        assert_eq!(
            path(style, explode, array()),
            list,
            "{style:?} {explode} array"
        );
        assert_eq!(
            path(style, explode, object()),
            pairs,
            "{style:?} {explode} object"
        );
    }
}

#[test]
fn queries_follow_the_table() {
    let cases = [
        (
            Style::Form,
            false,
            Some("color="),
            Some("color=blue"),
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ),
        (
            Style::Form,
            true,
            Some("color="),
            Some("color=blue"),
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            Style::SpaceDelimited,
            false,
            None,
            None,
            "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150",
        ),
        (
            Style::PipeDelimited,
            false,
            None,
            None,
            "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150",
        ),
        (
            Style::SpaceDelimited,
            true,
            None,
            None,
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            Style::PipeDelimited,
            true,
            None,
            None,
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
    ];
    for (style, explode, empty, string, list, pairs) in cases {
        if empty.is_some() {
            assert_eq!(
                query(style, explode, json!("")).as_deref(),
                empty,
                "{style:?} {explode} empty"
            );
            assert_eq!(
                query(style, explode, json!("blue")).as_deref(),
                string,
                "{style:?} {explode} string"
            );
        }
        assert_eq!(
            query(style, explode, array()).as_deref(),
            Some(list),
            "{style:?} {explode} array"
        );
        assert_eq!(
            query(style, explode, object()).as_deref(),
            Some(pairs),
            "{style:?} {explode} object"
        );
    }
    assert_eq!(
        query(Style::DeepObject, true, object()).as_deref(),
        Some("color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")
    );
}

#[test]
fn headers_and_cookies_follow_the_table() {
    let header = |explode, value: Value| {
        send(Style::Simple, explode, Location::Header, false, &value).header
    };
    assert_eq!(header(false, json!("blue")).as_deref(), Some("blue"));
    assert_eq!(header(false, array()).as_deref(), Some("blue,black,brown"));
    assert_eq!(
        header(false, object()).as_deref(),
        Some("R,100,G,200,B,150")
    );
    assert_eq!(header(true, object()).as_deref(), Some("R=100,G=200,B=150"));
    assert_eq!(header(true, array()).as_deref(), Some("blue,black,brown"));
    assert_eq!(header(false, json!("")).as_deref(), Some(""));
    assert_eq!(header(false, json!(true)).as_deref(), Some("true"));
    assert_eq!(
        header(false, json!([1, null, 2.5])).as_deref(),
        Some("1,2.5")
    );
    for undefined in [json!(null), json!([]), json!({})] {
        assert_eq!(header(false, undefined), None);
    }
    // A header has no percent-encoding: what it holds is what was given.
    assert_eq!(
        header(false, json!("a b/c%20é")).as_deref(),
        Some("a b/c%20é")
    );
    let cookie =
        |explode, value: Value| send(Style::Form, explode, Location::Cookie, false, &value).cookie;
    assert_eq!(cookie(false, json!("blue")).as_deref(), Some("color=blue"));
    assert_eq!(cookie(false, json!("")).as_deref(), Some("color="));
    assert_eq!(
        cookie(false, array()).as_deref(),
        Some("color=blue,black,brown")
    );
    assert_eq!(
        cookie(false, object()).as_deref(),
        Some("color=R,100,G,200,B,150")
    );
    assert_eq!(
        cookie(true, array()).as_deref(),
        Some("color=blue; color=black; color=brown")
    );
    assert_eq!(
        cookie(true, object()).as_deref(),
        Some("R=100; G=200; B=150")
    );
    assert_eq!(
        cookie(false, json!("a; b=c")).as_deref(),
        Some("color=a%3B%20b%3Dc")
    );
}

#[test]
fn scalars_are_written_as_json_writes_them() {
    let cases = [
        (json!(true), "color=true"),
        (json!(-7), "color=-7"),
        (json!(1.5), "color=1.5"),
        (
            json!(18_446_744_073_709_551_615_u64),
            "color=18446744073709551615",
        ),
    ];
    for (value, expected) in cases {
        assert_eq!(query(Style::Form, true, value).as_deref(), Some(expected));
    }
}

#[test]
fn values_cannot_leave_their_place() {
    let hostile = json!("a/b?c#d&e=f;g,h i%20\"é😀\u{0}+");
    let encoded = "a%2Fb%3Fc%23d%26e%3Df%3Bg%2Ch%20i%2520%22%C3%A9%F0%9F%98%80%00%2B";
    assert_eq!(path(Style::Simple, false, hostile.clone()), encoded);
    assert_eq!(
        path(Style::Matrix, false, hostile.clone()),
        format!(";color={encoded}")
    );
    assert_eq!(
        query(Style::Form, true, hostile),
        Some(format!("color={encoded}"))
    );
    assert_eq!(
        path(Style::Simple, false, json!("s3://bucket/array")),
        "s3%3A%2F%2Fbucket%2Farray"
    );
    assert_eq!(
        query(Style::Form, false, json!(["a,b", "c"])).as_deref(),
        Some("color=a%2Cb,c")
    );
    assert_eq!(
        query(Style::PipeDelimited, false, json!(["a|b", "c"])).as_deref(),
        Some("color=a%7Cb%7Cc")
    );
    assert_eq!(
        query(Style::Form, true, json!({"k=&": "v"})).as_deref(),
        Some("k%3D%26=v")
    );
    assert_eq!(
        query(Style::DeepObject, true, json!({"a]": "x[y]"})).as_deref(),
        Some("color%5Ba%5D%5D=x%5By%5D")
    );
    assert_eq!(path(Style::Simple, false, json!("-._~")), "-._~");
}

#[test]
fn reserved_characters_stay_where_the_document_says_so() {
    let reserved = |location, value: Value| send(style_in(location), true, location, true, &value);
    // What would end or split a value in a query is encoded all the same: it means the same to the server.
    let sent = reserved(
        Location::Query,
        json!("a/b?c:d@e!$'()*,;=f#g[h]i&j+k l%2Fm%zz"),
    );
    assert_eq!(
        sent.query.as_deref(),
        Some("color=a/b?c:d@e!$'()*,;=f%23g%5Bh%5Di%26j%2Bk%20l%2Fm%25zz")
    );
    let sent = reserved(Location::Path, json!("a/b?c:d@e#g[h]&+=,;"));
    assert_eq!(sent.path, "/p/a/b%3Fc:d@e%23g%5Bh%5D&+=,;");
}

fn style_in(location: Location) -> Style {
    if location == Location::Path {
        Style::Simple
    } else {
        Style::Form
    }
}

#[test]
fn what_is_undefined_is_left_out() {
    assert_eq!(query(Style::Form, true, json!([])), None);
    assert_eq!(query(Style::Form, false, json!([])), None);
    assert_eq!(query(Style::Form, true, json!({})), None);
    assert_eq!(query(Style::DeepObject, true, json!({})), None);
    assert_eq!(query(Style::Form, true, json!(null)), None);
    assert_eq!(
        query(Style::Form, true, json!(["a", null, "b"])).as_deref(),
        Some("color=a&color=b")
    );
    assert_eq!(
        query(Style::Form, false, json!({"a": null, "b": 1})).as_deref(),
        Some("color=b,1")
    );
    assert_eq!(
        query(Style::Form, true, json!([""])).as_deref(),
        Some("color=")
    );
    assert_eq!(
        path(Style::Matrix, true, json!({"R": "", "G": 2})),
        ";R;G=2"
    );
    assert_eq!(
        path(Style::Simple, true, json!({"R": "", "G": 2})),
        "R=,G=2"
    );
}

#[test]
fn deeper_values_have_one_form_each() {
    let nested = json!({"a": {"b": 1}, "c": ["x", {"y": 2}], "n": null});
    assert_eq!(
        query(Style::DeepObject, true, nested.clone()).as_deref(),
        Some("color%5Ba%5D%5Bb%5D=1&color%5Bc%5D%5B0%5D=x&color%5Bc%5D%5B1%5D%5By%5D=2")
    );
    assert_eq!(
        query(Style::Form, true, json!([{"b": 1}])).as_deref(),
        Some("color=%7B%22b%22%3A1%7D")
    );
}

#[test]
fn content_is_a_document_in_a_value() {
    let json = Style::Content("application/json");
    assert_eq!(
        query(json, false, json!({"a": [1, null]})).as_deref(),
        Some("color=%7B%22a%22%3A%5B1%2Cnull%5D%7D")
    );
    let text = Style::Content("text/plain");
    assert_eq!(
        query(text, false, json!("a b")).as_deref(),
        Some("color=a%20b")
    );
    let header = send(json, false, Location::Header, false, &json!({"a": "é"})).header;
    assert_eq!(header.as_deref(), Some(r#"{"a":"é"}"#));
    let form = Style::Content("application/x-www-form-urlencoded");
    let whole = send(
        form,
        false,
        Location::QueryString,
        false,
        &json!({"a": [1, 2], "b c": "&"}),
    );
    assert_eq!(whole.query.as_deref(), Some("a=1&a=2&b%20c=%26"));
    let whole = send(json, false, Location::QueryString, false, &json!({"a": 1}));
    assert_eq!(whole.query.as_deref(), Some("%7B%22a%22%3A1%7D"));
}

#[test]
fn a_path_that_would_mean_something_else_is_not_called() {
    let parameter = || Parameter {
        bounds: crate::runtime::Bounds::NONE,
        name: "color",
        location: Location::Path,
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
        idempotency: false,
        required: true,
    };
    for value in [json!(""), json!("."), json!(".."), json!([]), json!(null)] {
        let error = try_send(parameter(), &value)
            .map(|_| ())
            .expect_err("an error");
        assert_eq!(error.parameter(), Some("color"), "{value}");
    }
    assert!(try_send(parameter(), &json!("...")).is_ok());
    let reserved = Parameter {
        allow_reserved: true,
        idempotency: false,
        ..parameter()
    };
    assert!(try_send(reserved, &json!("a/../../admin")).is_err());
}

#[test]
fn header_values_cannot_begin_new_headers() {
    let parameter = Parameter {
        bounds: crate::runtime::Bounds::NONE,
        name: "color",
        location: Location::Header,
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
        idempotency: false,
        required: false,
    };
    let error = try_send(parameter, &json!("a\r\nx: y"))
        .map(|_| ())
        .expect_err("an error");
    assert_eq!(
        error.to_string(),
        "op: the parameter `color` holds characters that the header `color` cannot carry"
    );
}

#[test]
fn a_brace_that_is_no_parameter_s_is_text() {
    static ENDPOINT: Endpoint = Endpoint {
        id: "op",
        method: "GET",
        path: "/a/%7Bid%7D/{id}{other}/{id",
        parameters: &[Parameter::query("other"), Parameter::path("id")],
        accept: "",
        security: &[],
        api: petstore::API_REF,
        servers: None,
    };
    let value = Value::from(7);
    let request = petstore::call(&ENDPOINT, &[&Value::Null, &value]).into_request::<()>();
    let request = request.expect("a request");
    assert_eq!(request.uri().path(), "/a/%7Bid%7D/7%7Bother%7D/%7Bid");
}
