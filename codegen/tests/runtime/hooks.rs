//! What a client tells of its requests, responses and calls, in virtual time.

use super::models::Pet;
use super::resilience::{setup, setup_with};
use crate::runtime::{Body, ErrorKind, Measured, Metrics, Retry, Scripted, Stage};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

/// Keeps what it is told: whether it is of a call, and all of it.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<(bool, Measured)>>>);

impl Metrics for Kept {
    fn attempt(&self, measured: &Measured) {
        self.0.lock().unwrap().push((false, measured.clone()));
    }

    fn call(&self, measured: &Measured) {
        self.0.lock().unwrap().push((true, measured.clone()));
    }
}

impl Kept {
    /// A line for each.
    fn lines(&self) -> Vec<String> {
        let all = self.0.lock().unwrap();
        let lines = all.iter().map(|(call, one)| {
            let what = if *call { "call" } else { "attempt" };
            let status = one.status.map(|status| status.as_u16());
            format!(
                "{what} {}: {} {} #{} {:?} {:?} in {:?}, {:?} and {:?} bytes",
                one.operation,
                one.method,
                one.path(),
                one.attempt,
                status,
                one.error,
                one.duration,
                one.request_bytes,
                one.response_bytes
            )
        });
        lines.collect()
    }
}

#[tokio::test]
async fn attempts_and_calls_are_measured() {
    let kept = Kept::default();
    let script = Scripted::new()
        .reply(503, "busy")
        .fail(Stage::Exchange)
        .reply(200, REX);
    let setup = setup_with(script, |core| core.metrics(kept.clone()));
    setup.client.get_pet("s3cret").send().await.unwrap();
    let get = "getPet: GET /pets/{petId}";
    assert_eq!(
        kept.lines(),
        [
            format!("attempt {get} #1 Some(503) None in 0ns, Some(0) and Some(4) bytes"),
            format!("attempt {get} #2 None Some(Transport) in 0ns, Some(0) and None bytes"),
            format!("attempt {get} #3 Some(200) None in 0ns, Some(0) and Some(36) bytes"),
            format!("call {get} #3 Some(200) None in 1.5s, Some(0) and Some(36) bytes"),
        ]
    );
    let shown = format!("{:?}", kept.0.lock().unwrap());
    assert!(!shown.contains("s3cret"), "{shown}");
}

#[tokio::test]
async fn what_is_sent_is_measured_too() {
    let kept = Kept::default();
    let setup = setup_with(Scripted::new().reply(201, ""), |core| {
        core.metrics(kept.clone());
    });
    let pet = Pet::new(7, "Rex", None);
    setup.client.create_pet(&pet).send().await.unwrap();
    let post = "createPet: POST /pets #1 Some(201) None in 0ns, Some(34) and Some(0) bytes";
    assert_eq!(
        kept.lines(),
        [format!("attempt {post}"), format!("call {post}")]
    );
}

#[test]
fn blocking_calls_are_measured() {
    let kept = Kept::default();
    let setup = setup_with(Scripted::new().reply(200, REX), |core| {
        core.metrics(kept.clone());
    });
    setup.client.get_pet("7").send_blocking().unwrap();
    assert_eq!(kept.lines().len(), 2);
}

#[tokio::test]
async fn a_call_that_fails_before_anything_is_sent_has_no_attempt() {
    let kept = Kept::default();
    let setup = setup_with(Scripted::new(), |core| core.metrics(kept.clone()));
    setup.client.get_pet("").send().await.unwrap_err();
    let all = kept.0.lock().unwrap();
    let [(true, only)] = &all[..] else {
        panic!("{all:?}");
    };
    assert_eq!((only.error, only.attempt), (Some(ErrorKind::Request), 0));
}

#[tokio::test]
async fn time_that_is_up_is_measured() {
    let kept = Kept::default();
    let setup = setup_with(Scripted::new(), |core| {
        core.transport(super::resilience::Silent::default());
        core.attempt_timeout(Duration::from_secs(3));
        core.retry(Retry::never());
        core.metrics(kept.clone());
    });
    setup.client.get_pet("7").send().await.unwrap_err();
    let all = kept.0.lock().unwrap();
    for (_, one) in all.iter() {
        let three = Duration::from_secs(3);
        assert_eq!((one.error, one.duration), (Some(ErrorKind::Timeout), three));
    }
    assert_eq!(all.len(), 2);
}

#[tokio::test]
async fn a_hook_sees_and_changes_each_request_before_it_is_sent() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sees = Arc::clone(&seen);
    let script = Scripted::new().reply(503, "").reply(200, REX);
    let setup = setup_with(script, |core| {
        core.on_request(move |head| {
            // Credentials are there, to be signed for example, and marked.
            assert!(head.headers["x-key"].is_sensitive());
            sees.lock().unwrap().push(format!("{head:?}"));
            head.headers
                .insert("x-signature", http::HeaderValue::from_static("1"));
        });
        // In the order in which they are given.
        core.on_request(|head| {
            let first = head.headers["x-signature"].clone();
            head.headers.append("x-signature", first);
        });
    });
    setup.client.get_pet("7").send().await.unwrap();
    for request in setup.script.requests() {
        assert_eq!(request.headers().get_all("x-signature").iter().count(), 2);
    }
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 2, "once an attempt");
    assert!(seen.iter().all(|head| head.contains("Sensitive")));
}

#[tokio::test]
async fn a_hook_sees_each_response_with_the_number_of_its_attempt() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sees = Arc::clone(&seen);
    let script = Scripted::new().reply(503, "").reply(200, REX);
    let setup = setup_with(script, |core| {
        core.on_response(move |head, attempt| {
            let kind = head.headers["content-type"].clone();
            sees.lock()
                .unwrap()
                .push((head.status.as_u16(), kind, attempt));
        });
    });
    setup.client.get_pet("7").send().await.unwrap();
    let json = http::HeaderValue::from_static("application/json");
    assert_eq!(
        *seen.lock().unwrap(),
        [(503, json.clone(), 1), (200, json, 2)]
    );
}

#[tokio::test]
async fn a_body_of_unknown_length_is_measured_as_such() {
    let kept = Kept::default();
    let mut builder = crate::runtime::CoreBuilder::new(&super::petstore::API);
    builder.base_url("http://h".into());
    builder.transport(Scripted::new().reply(200, "abc"));
    builder.metrics(kept.clone());
    let mut call = builder.build().unwrap().call(&super::streams::PUT_PHOTO);
    call.bytes(Body::from_reader(&b"abc"[..]), "image/png");
    call.send_streamed::<super::streams::PutPhoto>()
        .await
        .unwrap();
    let all = kept.0.lock().unwrap();
    assert!(all.iter().all(|(_, one)| one.request_bytes.is_none()));
    assert!(all.iter().all(|(_, one)| one.response_bytes.is_none()));
    drop(all);
    let shown = format!("{:?}", setup(Scripted::new()).client);
    assert!(shown.contains("Hooks { request: 0, response: 0, metrics: 0 }"));
}

#[tokio::test]
async fn what_is_given_up_is_measured_too() {
    let kept = Kept::default();
    let mut builder = super::petstore::Client::builder().base_url("http://h");
    builder = builder.credentials(super::petstore::Credentials::new("k", "t"));
    builder.core.transport(super::resilience::Silent::default());
    builder.core.metrics(kept.clone());
    let client = builder.build().unwrap();
    let mut call = Box::pin(client.get_pet("7").send());
    let polled = std::future::poll_fn(|context| {
        std::task::Poll::Ready(std::future::Future::poll(call.as_mut(), context).is_pending())
    });
    assert!(polled.await);
    assert!(kept.lines().is_empty());
    drop(call);
    let told: Vec<_> = kept
        .0
        .lock()
        .unwrap()
        .iter()
        .map(|(call, one)| (*call, one.given_up, one.attempt, one.status, one.error))
        .collect();
    assert_eq!(
        told,
        [(false, true, 1, None, None), (true, true, 1, None, None)]
    );
    let setup = setup_with(Scripted::new().reply(200, REX), |core| {
        core.metrics(kept.clone())
    });
    setup.client.get_pet("7").send().await.unwrap();
    assert!(
        kept.0.lock().unwrap()[2..]
            .iter()
            .all(|(_, one)| !one.given_up)
    );
}
