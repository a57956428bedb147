//! Lines and records whose items are decoded while the body arrives.

use super::petstore;
use super::talks::{Talk, Talks};
use crate::runtime::json::{self, Value};
use crate::runtime::{
    Call, Decoded, Endpoint, Error, ErrorKind, ItemStream, Operation, Reply, Undocumented, Wire,
};
use bytes::Bytes;
use std::collections::BTreeMap;

static GET_ROWS: Endpoint = Endpoint {
    id: "getRows",
    method: "GET",
    path: "/rows",
    parameters: &[],
    accept: "application/json, application/jsonl",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

struct GetRows {
    call: Call,
}

struct GetRecords {
    call: Call,
}

crate::runtime::lined!(GetRows, Value, Undocumented, Lines, "application/jsonl");
crate::runtime::lined!(
    GetRecords,
    Value,
    Undocumented,
    Records,
    "application/json-seq"
);

impl Operation for GetRows {
    type Output = String;
    type Failure = Undocumented;

    fn output(reply: &Reply) -> Option<Decoded<String>> {
        (reply.status() == 200).then(|| reply.text())
    }
}

impl Operation for GetRecords {
    type Output = String;
    type Failure = Undocumented;

    fn output(reply: &Reply) -> Option<Decoded<String>> {
        (reply.status() == 200).then(|| reply.text())
    }
}

fn rows(talk: Talk) -> ItemStream<Value, Undocumented> {
    let call = Talks::new([talk]).client().call(&GET_ROWS);
    GetRows { call }.stream_items()
}

fn records(talk: Talk) -> ItemStream<Value, Undocumented> {
    let call = Talks::new([talk]).client().call(&GET_ROWS);
    GetRecords { call }.stream_items()
}

/// All items, and all errors.
async fn all<T: Wire, E>(mut items: ItemStream<T, E>) -> (Vec<T>, Vec<Error<E>>) {
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    loop {
        match items.try_next().await {
            Ok(Some(item)) => out.push(item),
            Ok(None) => return (out, errors),
            Err(error) => errors.push(error),
        }
    }
}

fn values(texts: &[&str]) -> Vec<Value> {
    let values = texts.iter().map(|text| json::from_str(text).expect("JSON"));
    values.collect()
}

#[tokio::test]
async fn lines_are_the_same_however_the_body_is_cut() {
    let body = "\u{feff}{\"a\":\"ü\\n\"}\r\n\n \t\r\n[1, \"日\"]\n-5\nnull\n\"\"";
    let expected = values(&["{\"a\":\"ü\\n\"}", "[1,\"日\"]", "-5", "null", "\"\""]);
    for at in 0..=body.len() {
        let (items, errors) = all(rows(Talk::ok(body).cut_at(at))).await;
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(items, expected, "cut at {at}");
    }
    for size in [1, 2, 3, 1000] {
        let (items, errors) = all(rows(Talk::ok(body).in_chunks(size))).await;
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(items, expected, "in chunks of {size}");
    }
    for body in ["", "\n", " \r\n\n "] {
        assert!(all(rows(Talk::ok(body))).await.0.is_empty());
    }
}

#[tokio::test]
async fn records_are_the_same_however_the_body_is_cut() {
    let body = "\u{1e}{\"a\":\"ü\"}\n\u{1e}\u{1e} \n\u{1e}[1,\n \"日\"]\n\u{1e}-5\n\u{1e}true\n\u{1e}\"x\"";
    let expected = values(&["{\"a\":\"ü\"}", "[1,\"日\"]", "-5", "true", "\"x\""]);
    for at in 0..=body.len() {
        let (items, errors) = all(records(Talk::ok(body).cut_at(at))).await;
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(items, expected, "cut at {at}");
    }
    let (items, _) = all(records(Talk::ok(body).in_chunks(1))).await;
    assert_eq!(items, expected);
}

type Row = BTreeMap<String, i64>;

/// The items and what was wrong, of a body that is cut in every way.
async fn wrong(lines: bool, body: &str) -> (Vec<Row>, Vec<String>) {
    let mut out = None;
    for at in 0..=body.len() {
        let call = Talks::new([Talk::ok(body.to_owned()).cut_at(at)])
            .client()
            .call(&GET_ROWS);
        let items = match lines {
            true => call.stream_lines::<GetRows, Row>(crate::runtime::LineForm::Lines, ""),
            false => call.stream_lines::<GetRows, Row>(crate::runtime::LineForm::Records, ""),
        };
        let (items, errors) = all(items).await;
        assert!(errors.iter().all(|error| error.kind() == ErrorKind::Decode));
        let places = errors.iter().map(|error| {
            let error = error.decode_error().expect("an error of decoding");
            let text = error.to_string();
            text.split(", found").next().expect("a text").to_owned()
        });
        let got = (items, places.collect::<Vec<_>>());
        let before = out.get_or_insert_with(|| got.clone());
        assert_eq!(got, *before, "cut at {at}");
    }
    out.expect("a cut")
}

#[tokio::test]
async fn a_line_that_is_wrong_is_told_and_the_next_one_follows() {
    let (items, errors) = wrong(
        true,
        "{\"n\":1}\n\n{\"n\":\"x\"}\n{\"n\":\n{\"n\":2} 3\n{\"n\":4}",
    )
    .await;
    assert_eq!(items.iter().map(|row| row["n"]).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(
        errors,
        [
            "line 3: expected i64 at $.n (byte 5)",
            "line 4: expected i64 at $.n (byte 5)",
            "line 5: expected the end of the document at $ (byte 8)",
        ]
    );
    let items = rows(Talk::ok(&b"\"a\"\n\"\xff\"\n\"b\""[..]));
    let (items, errors) = all(items).await;
    assert_eq!(items, values(&["\"a\"", "\"b\""]));
    assert_eq!(
        errors[0].to_string(),
        "getRows: HTTP 200 OK: line 2: expected UTF-8 at $ (byte 1), found `�\"`"
    );
    assert_eq!(
        errors[0].decode_error().and_then(|error| error.record()),
        Some(2)
    );
}

#[tokio::test]
async fn a_record_that_is_cut_off_is_told_and_the_next_one_follows() {
    // A number without its line end may be the beginning of another (RFC 7464, section 2.4).
    let body = "x\u{1e}{\"n\":1}\n\u{1e}{\"n\":\u{1e}12\u{1e}{\"n\":2}\n y \u{1e}{\"n\":3}\n\u{1e}{\"n\":4";
    let (items, errors) = wrong(false, body).await;
    assert_eq!(
        items.iter().map(|row| row["n"]).collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert_eq!(
        errors,
        [
            "record 0: expected the beginning of a record at $ (byte 0)",
            "record 2: expected all of a record, which is cut off at $ (byte 0)",
            "record 3: expected all of a record, which is cut off at $ (byte 0)",
            "record 4: expected the beginning of a record at $ (byte 0)",
            "record 6: expected all of a record, which is cut off at $ (byte 0)",
        ]
    );
}

#[tokio::test]
async fn a_line_has_a_limit_and_what_breaks_off_is_an_error() {
    let long = format!("1\n\"{}\"\n2\n", "x".repeat(3000));
    let talks = Talks::new([Talk::ok(long).in_chunks(100)]);
    let client = talks.client_with(|core| core.max_response_bytes(1000));
    let call = client.call(&GET_ROWS);
    let (items, errors) = all(GetRows { call }.stream_items()).await;
    assert_eq!(items, values(&["1"]));
    assert_eq!(errors.len(), 1, "it is the last");
    assert!(errors[0].to_string().contains("larger than 1000 bytes"));

    let (items, errors) = all(rows(Talk::ok("1\n2\n[3").broken())).await;
    assert_eq!(items, values(&["1", "2"]));
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].kind(), ErrorKind::Transport);

    let (_, errors) = all(rows(Talk::ok("{\"message\":\"no\"}").status(404))).await;
    assert_eq!(errors[0].kind(), ErrorKind::Api);
}

#[tokio::test]
async fn many_lines_are_read_in_constant_memory() {
    let line = format!("{{\"id\":7,\"text\":\"{}\"}}\n", "x".repeat(2000));
    let body = Bytes::from(line.repeat(5000));
    let mut items = rows(Talk::ok(body).in_chunks(16_384));
    let mut count = 0;
    while items.try_next().await.expect("an item").is_some() {
        count += 1;
        let debug = format!("{items:?}");
        let held = debug
            .split(|c: char| !c.is_ascii_digit())
            .find_map(|n| n.parse::<usize>().ok());
        assert!(held.expect("a number") < 20_000, "{debug}");
    }
    assert_eq!(count, 5000);
}

#[test]
fn lines_are_asked_for_by_their_type_and_blocking_code_iterates() {
    let talks = Talks::new([Talk::ok("1\n2"), Talk::ok("")]);
    let client = talks.client();
    let call = client.call(&GET_ROWS);
    let items: Result<Vec<Value>, _> = GetRows { call }.stream_items_blocking().collect();
    assert_eq!(items.expect("items"), values(&["1", "2"]));
    let call = Talks::new([Talk::ok("\u{1e}1\n")]).client().call(&GET_ROWS);
    assert_eq!(GetRecords { call }.stream_items_blocking().count(), 1);
    let mut call = client.call(&GET_ROWS);
    call.header("accept", "application/x-mine");
    assert_eq!(GetRows { call }.stream_items_blocking().count(), 0);
    assert_eq!(
        talks.sent("accept"),
        ["application/jsonl", "application/x-mine"]
    );
}
