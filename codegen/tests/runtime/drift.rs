//! Where responses are not as the document says: golden cases and the pet store, over scripted responses.
#![allow(dead_code, unreachable_pub, unused_imports)]

#[path = "../golden/drift/mod.rs"]
#[rustfmt::skip]
mod emitted;

use crate::runtime::{Drift, DriftKind, Scripted};

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
