//! What is emitted, compiled and called. In: golden cases, letter by letter as they are compared elsewhere; out: how they
//! behave. A case that has a `mod.rs` can be a module here.
#![allow(deprecated, dead_code, unreachable_pub, unused_imports)]

#[path = "../golden/checked/mod.rs"]
#[rustfmt::skip]
pub(super) mod checked;
#[path = "../golden/union-clear/mod.rs"]
#[rustfmt::skip]
mod clearing;
#[path = "../golden/struct-constants/mod.rs"]
#[rustfmt::skip]
mod constants;
#[path = "../golden/struct-defaults/mod.rs"]
#[rustfmt::skip]
mod defaults;

#[path = "../golden/streams-typed/mod.rs"]
#[rustfmt::skip]
mod streaming;

use super::talks::{Talk, Talks};
use crate::runtime::json;

#[tokio::test]
async fn an_emitted_client_calls_what_the_document_lacks() {
    let script = crate::runtime::Scripted::new().reply(404, "");
    let client = checked::Client::builder()
        .base_url("http://h/v1")
        .transport(script.clone())
        .build()
        .expect("a client");
    let reply = client.request("DELETE", "/bones/7").send().await;
    assert_eq!(reply.expect("a response").status(), 404);
    let request = &script.requests()[0];
    assert_eq!(request.method(), "DELETE");
    assert_eq!(request.uri(), "http://h/v1/bones/7");
}

#[test]
fn a_default_stands_in_for_an_absent_key_and_is_never_written() {
    let text = r#"{"id":"a"}"#;
    let thing: defaults::models::Thing = json::from_str(text).expect("valid");
    assert_eq!(thing.limit_or_default(), 20);
    assert_eq!(thing.size_or_default(), -3);
    assert!(thing.open_or_default());
    assert_eq!(thing.name_or_default(), "nobody");
    assert_eq!(thing.kind_or_default(), &defaults::models::ThingKind::Dog);
    assert_eq!(thing.since_or_default().as_str(), "2020-01-01");
    assert!(thing.tags_or_default().is_empty());
    assert_eq!(thing.spare_or_default(), Some("none"));
    assert_eq!(thing.count_or_default(), Some(1));
    assert_eq!(json::to_string(&thing), text);
}

#[test]
fn what_was_sent_goes_before_its_default() {
    let text = r#"{"id":"a","limit":1,"name":"b","kind":"cat","spare":null,"count":null}"#;
    let thing: defaults::models::Thing = json::from_str(text).expect("valid");
    assert_eq!(thing.limit_or_default(), 1);
    assert_eq!(thing.name_or_default(), "b");
    assert_eq!(thing.kind_or_default(), &defaults::models::ThingKind::Cat);
    assert_eq!(thing.spare_or_default(), None);
    assert_eq!(thing.count_or_default(), None);
    assert_eq!(json::to_string(&thing), text);
}

#[test]
fn a_constructor_knows_the_constants() {
    let thing = constants::models::Thing::new("a", None);
    let text = r#"{"kind":"thing","version":2,"final":true,"name":"a","spare":null}"#;
    assert_eq!(json::to_string(&thing), text);
    let marker = constants::models::Marker::default();
    assert_eq!(json::to_string(&marker), r#"{"kind":"marker"}"#);
}

#[test]
fn a_branch_of_one_text_holds_nothing_and_is_that_text() {
    use clearing::models::{ChangePetBody, ChangePetBodyOwner, ChangePetBodyUntil};
    let body = ChangePetBody::new()
        .with_owner(ChangePetBodyOwner::Empty)
        .with_until(ChangePetBodyUntil::Now);
    let text = r#"{"owner":"","until":"now"}"#;
    assert_eq!(json::to_string(&body), text);
    assert_eq!(json::from_str(text), Ok(body));
    let other: ChangePetBodyOwner = json::from_str(r#""nobody""#).expect("kept");
    assert_eq!(other, ChangePetBodyOwner::Unknown("nobody".into()));
}

#[tokio::test]
async fn events_come_as_what_the_document_says() {
    use streaming::models::Change;
    let body = "event: text\ndata: {}\n\nevent: row\ndata: {\"n\":1}\n\n";
    let talks = Talks::new([
        Talk::ok(body),
        Talk::ok("data: {\"n\":2}\n\n"),
        Talk::ok("data: {\"n\":3}\n\ndata: [DONE]\n\n"),
    ]);
    let client = streaming::Client::builder()
        .base_url("http://h")
        .transport(talks.clone())
        .build()
        .expect("a client");
    let mut kinds = client.get_kinds().stream_events();
    let first = kinds.try_next().await.expect("an event").expect("an event");
    assert!(matches!(&first.data, Change::Text(text) if text.data == "{}"));
    let second = kinds.try_next().await.expect("an event").expect("an event");
    assert!(matches!(&second.data, Change::Row(row) if row.data.n == 1));
    assert!(kinds.try_next().await.expect("the end").is_none());
    // JSON in the text of the data, and one of two media types.
    let mut embedded = client.get_embedded().stream_events();
    let event = embedded.try_next().await.expect("an event");
    assert_eq!(event.expect("an event").data.n, 2);
    let mut either = client.ask_either().stream_events();
    let event = either.try_next().await.expect("an event");
    assert_eq!(event.expect("an event").data.n, 3);
    assert!(either.try_next().await.expect("the end").is_none());
    assert_eq!(
        talks.sent("accept")[2],
        "text/event-stream, application/problem+json"
    );
}
