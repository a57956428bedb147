//! Where responses are not as the document says: golden cases and the pet store, over scripted responses.
#![allow(dead_code, unreachable_pub, unused_imports)]

#[path = "../golden/drift/mod.rs"]
#[rustfmt::skip]
mod emitted;

use super::petstore;
use super::talks::{Talk, Talks};
use crate::runtime::{
    Decoded, Drift, DriftKind, Endpoint, EventForm, LineForm, Operation, Reply, Scripted,
    Undocumented,
};
use emitted::models::Thing;

fn client(script: Scripted) -> emitted::Client {
    let builder = emitted::Client::builder().transport(script.clone());
    builder.blocking_transport(script).build().unwrap()
}

/// `place: what` for each, and how often.
fn lines(drift: &Drift) -> Vec<(String, u64)> {
    let lines = drift.entries().iter().map(|entry| {
        let place = format!("{} {}: {}", entry.operation, entry.pointer, entry.kind);
        (place, entry.count)
    });
    lines.collect()
}

#[tokio::test]
async fn what_the_document_does_not_know_is_counted_by_place() {
    let body = r#"{
        "name": "s3cret", "color": "mauve", "level": 9, "new/~key": {"deep": {"s3cret": 1}},
        "owners": [{"id": 1, "age": 9}, {"id": 2, "age": 8}, {"id": 3}],
        "byName": {"s3cret": {"id": 4, "shoe": 43}},
        "home": {"kind": "house", "rooms": [{"id": 1}], "garden": true}
    }"#;
    let client = client(Scripted::new().reply(200, body).reply(200, body));
    client.get_thing().send().await.unwrap();
    let once = [
        ("getThing /byName/*/shoe: undeclared field", 1),
        ("getThing /color: unknown value", 1),
        ("getThing /home/garden: undeclared field", 1),
        ("getThing /level: unknown value", 1),
        ("getThing /new~1~0key: undeclared field", 1),
        ("getThing /owners/*/age: undeclared field", 2),
    ];
    let expected = |times: u64| once.map(|(line, count)| (line.to_owned(), count * times));
    assert_eq!(lines(&client.drift()), expected(1));
    // Clones and blocking calls count together.
    client.clone().get_thing().send_blocking().unwrap();
    assert_eq!(lines(&client.drift()), expected(2));
    assert!(!format!("{:?} {}", client.drift(), client.drift()).contains("s3cret"));
}

#[tokio::test]
async fn what_does_not_fit_is_counted_with_what_was_expected() {
    let client = client(
        Scripted::new()
            .reply(200, r#"{"color": "red"}"#)
            .reply(
                200,
                r#"{"name": "a", "byName": {"s3cret": {"id": "s3cret"}}}"#,
            )
            .reply(200, r#"{"name": "a", "owners": [{"id": 1}, {}]}"#)
            .reply(404, r#"{"code": "s3cret"}"#),
    );
    for _ in 0..4 {
        client.get_thing().send().await.unwrap_err();
    }
    let drift = client.drift();
    assert_eq!(
        lines(&drift),
        [
            (
                "getThing : expected Thing with the key `name`".to_owned(),
                1
            ),
            ("getThing /byName/*/id: expected i64".to_owned(), 1),
            ("getThing /code: expected i64".to_owned(), 1),
            (
                "getThing /owners/*: expected Owner with the key `id`".to_owned(),
                1
            ),
        ]
    );
    assert!(!format!("{drift:?}").contains("s3cret"));
}

#[tokio::test]
async fn undocumented_statuses_are_counted() {
    let client = client(
        Scripted::new()
            .reply(418, "")
            .reply(299, "")
            .reply(404, r#"{"code": 1}"#)
            .reply(410, ""),
    );
    for _ in 0..4 {
        client.get_thing().send().await.unwrap_err();
    }
    assert_eq!(
        lines(&client.drift()),
        [
            ("getThing : undocumented status 299".to_owned(), 1),
            ("getThing : undocumented status 418".to_owned(), 1),
        ]
    );
}

#[tokio::test]
async fn a_branch_that_was_tried_in_vain_leaves_no_trace() {
    // It looks like a house, until its rooms turn out to be those of a tent.
    let body = r#"{"name": "a", "home": {"kind": "k", "garden": 1, "rooms": [1, 2]}}"#;
    let client = client(Scripted::new().reply(200, body));
    let thing = client.get_thing().send().await.unwrap();
    assert!(matches!(
        thing.home,
        Some(emitted::models::ThingHome::Tent(_))
    ));
    let once = ("getThing /home/garden: undeclared field".to_owned(), 1);
    assert_eq!(lines(&client.drift()), [once]);
}

#[tokio::test]
async fn it_prints_as_a_table() {
    let body = r#"{"name": "a", "color": "mauve", "x": 1}"#;
    let client = client(Scripted::new().reply(200, body).reply(500, ""));
    assert!(client.drift().is_empty());
    client.get_thing().send().await.unwrap();
    let drift = client.drift();
    assert_eq!(
        drift.to_string(),
        "count  operation  place   what\n    1  getThing   /color  unknown value\n    1  getThing   /x      undeclared field\n"
    );
    assert_eq!(drift.entries()[1].kind, DriftKind::UndeclaredField);
    assert_eq!(drift.more(), 0);
}

static GET_THINGS: Endpoint = Endpoint {
    id: "getThings",
    method: "GET",
    path: "/things",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

struct GetThings;

impl Operation for GetThings {
    type Output = String;
    type Failure = Undocumented;

    fn output(reply: &Reply) -> Option<Decoded<String>> {
        (reply.status() == 200).then(|| reply.json())
    }
}

#[tokio::test]
async fn what_streams_bring_is_counted_as_well() {
    let items = [
        r#"{"name": "a", "new": "s3cret", "owners": [{"id": 1, "age": 9}]}"#,
        r#"{"name": "b", "new": "s3cret"}"#,
    ];
    let list = format!(r#"{{"data": [{}, {{"color": "red"}}]}}"#, items.join(", "));
    let client = Talks::new([Talk::ok(list)]).client();
    let mut stream = (client.call(&GET_THINGS)).stream_items::<GetThings, Thing>(&["data"]);
    while let Ok(Some(_)) = stream.try_next().await {}
    let expected = |place: &str, misfits: u64| {
        let line = |what: &str, count| (format!("getThings {place}{what}"), count);
        let misfit = line(": expected Thing with the key `name`", misfits);
        let fields = [
            line("/new: undeclared field", 2),
            line("/owners/*/age: undeclared field", 1),
        ];
        [misfit].into_iter().chain(fields).collect::<Vec<_>>()
    };
    assert_eq!(lines(&client.drift()), expected("/data/*", 1));

    let rows = format!("{}\n{{}}\n{{}}\n", items.join("\n"));
    let client = Talks::new([Talk::ok(rows)]).client();
    let call = client.call(&GET_THINGS);
    let mut stream = call.stream_lines::<GetThings, Thing>(LineForm::Lines, "application/jsonl");
    while !matches!(stream.try_next().await, Ok(None)) {}
    assert_eq!(lines(&client.drift()), expected("", 2));

    let events = items.map(|item| format!("data: {item}\n\n")).concat() + "data: {}\n\n";
    let client = Talks::new([Talk::ok(events)]).client();
    let call = client.call(&GET_THINGS);
    let mut stream = call.stream_events::<GetThings, Thing>(EventForm::Json, "text/event-stream");
    while !matches!(stream.try_next().await, Ok(None)) {}
    assert_eq!(lines(&client.drift()), expected("", 1));
}

/// The best of three times that it takes to read so many items, each with a key that nobody documented.
fn time_of(items: usize) -> std::time::Duration {
    let list = vec![r#"{"id":1,"age":2}"#; items].join(",");
    let body = format!(r#"{{"name":"n","owners":[{list}]}}"#);
    let once = || {
        let client = client(Scripted::new().reply(200, body.clone()));
        let begin = std::time::Instant::now();
        client.get_thing().send_blocking().unwrap();
        let taken = begin.elapsed();
        let counted = client.drift().entries()[0].count;
        assert_eq!(counted, items as u64);
        taken
    };
    (0..3).map(|_| once()).min().unwrap()
}

#[test]
fn what_it_costs_grows_no_faster_than_the_body() {
    let (few, many) = (time_of(5_000), time_of(40_000));
    // Eight times as much; where each note is looked at for each item it is sixty-four times.
    assert!(many < few * 24, "{few:?} and {many:?}");
}

#[test]
fn a_key_of_any_length_has_a_place_of_bounded_length() {
    let key = "é".repeat(100_000);
    let client = client(Scripted::new().reply(200, format!(r#"{{"name":"n","{key}":1}}"#)));
    client.get_thing().send_blocking().unwrap();
    let drift = client.drift();
    let pointer = &drift.entries()[0].pointer;
    assert!(
        pointer.len() < 1100 && pointer.ends_with("é…"),
        "{}",
        pointer.len()
    );
}
