//! Idempotency keys, in virtual time: a golden case whose operations have one.
#![allow(dead_code, unreachable_pub, unused_imports)]

#[path = "../golden/idempotency/mod.rs"]
#[rustfmt::skip]
mod emitted;

use super::resilience::Virtual;
use crate::runtime::{Clock, Retry, Scripted, Stage};
use std::collections::HashSet;

fn client(script: &Scripted, clock: impl Clock + 'static) -> emitted::Client {
    emitted::Client::builder()
        .transport(script.clone())
        .blocking_transport(script.clone())
        .clock(clock)
        .build()
        .unwrap()
}

/// The keys of the requests that were sent.
fn keys(script: &Scripted, name: &str) -> Vec<String> {
    let requests = script.requests();
    let values = requests.iter().map(|request| &request.headers()[name]);
    values
        .map(|value| value.to_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_key_is_made_for_a_call_and_stays_over_its_attempts() {
    let script = Scripted::new()
        .reply(503, "")
        .fail(Stage::Exchange)
        .reply(204, "")
        .reply(204, "");
    let client = client(&script, crate::runtime::SystemClock);
    let call = client
        .optional()
        .customize(|call| call.retry(Retry::default().with_base(std::time::Duration::ZERO)));
    call.send().await.unwrap();
    client.optional().send().await.unwrap();
    let keys = keys(&script, "idempotency-key");
    assert_eq!((keys.len(), &keys[0], &keys[0]), (4, &keys[1], &keys[2]));
    assert_ne!(keys[0], keys[3], "another call");
    let parsed: uuid::Uuid = keys[0].parse().expect("a UUID");
    assert_eq!(parsed.get_version_num(), 4);
    assert_eq!(parsed.get_variant(), uuid::Variant::RFC4122);
    assert_eq!(parsed.to_string(), keys[0]);
}

#[tokio::test]
async fn such_a_call_is_repeated_whatever_its_method() {
    for (first, repeated) in [(503, true), (500, true), (408, true), (409, false)] {
        let script = Scripted::new().reply(first, "").reply(204, "");
        let outcome = client(&script, Virtual::default()).optional().send().await;
        assert_eq!(outcome.is_ok(), repeated, "{first}");
    }
    for stage in [Stage::Connect, Stage::Exchange, Stage::Timeout] {
        let script = Scripted::new().fail(stage).reply(204, "");
        let outcome = client(&script, Virtual::default()).optional().send().await;
        assert!(outcome.is_ok(), "{stage:?}");
    }
    // A POST that has no key is not.
    let script = Scripted::new().reply(503, "").reply(204, "");
    let client = client(&script, Virtual::default());
    assert!(client.others().send().await.is_err());
    assert!(
        !script.requests()[0]
            .headers()
            .contains_key("idempotency-key")
    );
}

#[tokio::test]
async fn a_key_that_is_given_is_kept() {
    let script = Scripted::new().reply(503, "").reply(204, "").reply(204, "");
    let client = client(&script, Virtual::default());
    let call = client.optional().idempotency_key("mine");
    call.send().await.unwrap();
    let call = client
        .optional()
        .customize(|call| call.header("Idempotency-Key", "by hand"));
    call.send().await.unwrap();
    assert_eq!(
        keys(&script, "idempotency-key"),
        ["mine", "mine", "by hand"]
    );
}

#[test]
fn chance_comes_from_the_clock_and_a_required_key_is_made_too() {
    let script = Scripted::new().reply(503, "").reply(204, "");
    let clock = Virtual {
        random: u64::MAX,
        ..Virtual::default()
    };
    let client = client(&script, clock);
    client.required().send_blocking().unwrap();
    let key = "ffffffff-ffff-4fff-bfff-ffffffffffff";
    assert_eq!(keys(&script, "x-request-idempotency"), [key, key]);
    let request = client.required().into_request().unwrap();
    assert_eq!(request.headers()["x-request-idempotency"], key);
}

#[tokio::test]
async fn a_key_that_a_redirect_leaves_behind_protects_nothing() {
    let redirect = http::Response::builder()
        .status(303)
        .header("location", "http://elsewhere.example/")
        .body(bytes::Bytes::new())
        .unwrap();
    let script = Scripted::new().respond(redirect).reply(204, "");
    client(&script, Virtual::default())
        .optional()
        .send()
        .await
        .unwrap();
    let requests = script.requests();
    assert!(requests[0].headers().contains_key("idempotency-key"));
    assert!(!requests[1].headers().contains_key("idempotency-key"));
}

#[test]
fn no_two_keys_are_the_same() {
    let client = client(&Scripted::new(), crate::runtime::SystemClock);
    let made: HashSet<String> = (0..1000)
        .map(|_| {
            let request = client.required().into_request().unwrap();
            let value = &request.headers()["x-request-idempotency"];
            value.to_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(made.len(), 1000);
}
