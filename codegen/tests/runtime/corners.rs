//! What a client is not to be led to by odd servers and odd settings: one test for each thing that went wrong once.

#[allow(dead_code, unreachable_pub)]
#[path = "../../runtime/pause.rs"]
mod pause;

use super::petstore::Client;
use super::resilience::{Virtual, setup, setup_with, with_header};
use super::talks::{Talk, Talks};
use crate::runtime::{
    Answer, Body, BoxFuture, Clock, Incoming, Retry, Scripted, Source, Transport, TransportError,
};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

#[tokio::test]
async fn a_wait_beyond_all_numbers_is_not_taken_for_none() {
    let forever = with_header(429, "retry-after", "99999999999999999999999999");
    let setup_one = setup(Scripted::new().respond(forever).reply(200, REX));
    let error = setup_one.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert_eq!(error.retry_after(), Some(Duration::MAX));
    // Even if the caller is as patient: the moment is beyond all numbers, too.
    let forever = with_header(429, "retry-after", "18446744073709551615");
    let patient = setup_with(Scripted::new().respond(forever), |core| {
        core.retry(Retry::default().with_longest(Duration::MAX));
        core.timeout(Duration::from_secs(1));
    });
    patient.clock.sleep(Duration::from_secs(1)).await;
    patient.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(patient.script.requests().len(), 1);
}

#[tokio::test]
async fn a_wait_that_means_nothing_is_as_if_it_was_not_there() {
    let odd = [
        "-5",
        "",
        "soon",
        "Sun, 06 Nov 1994 9223372036854775807:00:00 GMT",
        "Sun, 9223372036854775807 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:-1:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun Nov  6 08:49:37",
        "Sunday, 06-Nov-x4 08:49:37 GMT",
    ];
    for text in odd {
        let odd = with_header(429, "retry-after", text);
        let setup = setup(Scripted::new().respond(odd).reply(200, REX));
        setup.client.get_pet("7").send().await.unwrap();
        assert_eq!(setup.clock.sleeps(), [500], "{text}");
    }
}

#[tokio::test]
async fn a_wait_until_a_date_is_told_by_the_clients_clock() {
    // The three forms of RFC 9110, 5.6.7: a recipient takes them all.
    for noon in [
        "Wed, 01 May 2024 11:00:00 GMT",
        "Wednesday, 01-May-24 11:00:00 GMT",
        "Wed May  1 11:00:00 2024",
    ] {
        let answer = with_header(429, "retry-after", noon);
        let setup = setup(Scripted::new().respond(answer));
        let error = setup.client.get_pet("7").send().await.unwrap_err();
        assert_eq!(
            error.retry_after(),
            Some(Duration::from_secs(3600)),
            "{noon}"
        );
    }
}

#[tokio::test]
async fn what_the_caller_adds_is_not_shown() {
    let mut shown = Vec::new();
    let setup = setup_with(Scripted::new().reply(200, REX), |core| {
        core.header("x-of-all".into(), "s3cret".into());
        core.header("authorization".into(), "Bearer s3cret".into());
        shown.push(format!("{core:?}"));
    });
    let call = setup.client.get_pet("7").customize(|call| {
        call.header("x-of-one", "s3cret");
        call.query("token", "s3cret");
        shown.push(format!("{call:?}"));
    });
    call.send().await.unwrap();
    for text in &shown {
        assert!(
            !text.contains("s3cret") && text.contains("x-of-all"),
            "{text}"
        );
    }
    assert!(shown[1].contains("x-of-one") && shown[1].contains("token"));
    let sent = &setup.script.requests()[0];
    assert!(sent.headers()["authorization"].is_sensitive());
}

#[tokio::test]
async fn what_is_no_url_is_told_without_its_query_and_password() {
    let built = Client::builder().base_url("http://me:s3cret@h").build();
    let mut errors = vec![built.unwrap_err().to_string()];
    let to = with_header(302, "location", "http://me:s3cret@other/there?key=s3cret");
    let redirected = setup(Scripted::new().respond(to));
    let outcome = redirected.client.get_pet("7").send().await;
    errors.push(outcome.unwrap_err().to_string());
    let to = with_header(302, "location", "mailto:a?key=s3cret");
    let redirected = setup(Scripted::new().respond(to));
    let outcome = redirected.client.get_pet("7").send().await;
    errors.push(outcome.unwrap_err().to_string());
    let raw = redirected.client.request("GET", "/a?key=s3cret").send();
    errors.push(raw.await.unwrap_err().to_string());
    for error in &errors {
        assert!(!error.contains("s3cret"), "{error}");
    }
    assert!(errors[0].contains("`http://…@h`"), "{}", errors[0]);
    assert!(errors[3].contains("`/a?…`"), "{}", errors[3]);
}

#[tokio::test]
async fn only_a_post_becomes_a_get_where_it_moved() {
    for (status, method, then) in [
        (301, "POST", "GET"),
        (302, "POST", "GET"),
        (303, "PUT", "GET"),
        (302, "PUT", "PUT"),
        (301, "DELETE", "DELETE"),
        (302, "PATCH", "PATCH"),
    ] {
        let moved = with_header(status, "location", "/there");
        let setup = setup(Scripted::new().respond(moved).reply(200, ""));
        let request = setup.client.request(method, "/here").text("body");
        request.send().await.unwrap();
        let sent = &setup.script.requests()[1];
        assert_eq!(sent.method().as_str(), then, "{status} {method}");
        assert_eq!(sent.body().is_empty(), then == "GET", "{status} {method}");
    }
}

/// A clock whose pauses block the thread, in virtual time.
#[derive(Clone, Debug, Default)]
struct Blocks(Virtual);

impl Clock for Blocks {
    fn now(&self) -> Duration {
        self.0.now()
    }

    fn since_epoch(&self) -> Duration {
        self.0.since_epoch()
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(time)
    }

    fn random(&self) -> u64 {
        0
    }

    fn blocks(&self) -> bool {
        true
    }
}

#[test]
fn blocking_code_notices_a_token_that_another_thread_fetches() {
    use crate::runtime::{Secret, Secrets, Token};
    let clock = Blocks::default();
    let sees = clock.clone();
    let provider = move || {
        let sees = sees.clone();
        async move {
            // Somebody else has it after a while.
            std::future::poll_fn(|_| match sees.now() >= Duration::from_millis(25) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            })
            .await;
            Ok(Token::new("t"))
        }
    };
    let script = Scripted::new().reply(200, REX);
    let mut builder = Client::builder().base_url("http://h");
    let core = &mut builder.core;
    core.blocking_transport(script.clone());
    core.clock(clock.clone());
    core.secrets(Secrets::new(&super::petstore::API).with(3, Secret::provided(provider)));
    let client = builder.build().unwrap();
    client.get_pet("7").send_blocking().unwrap();
    assert_eq!(clock.0.sleeps(), [10, 10, 10]);
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn a_pause_that_nobody_waits_for_leaves_no_thread_behind() {
    let hour = pause::Pause::new(Duration::from_secs(3600));
    let mut hour = Box::pin(hour);
    let mut context = Context::from_waker(Waker::noop());
    assert!(hour.as_mut().poll(&mut context).is_pending());
    let shared = hour.shared.as_ref().map(Arc::downgrade).unwrap();
    drop(hour);
    let begin = Instant::now();
    while shared.strong_count() > 0 {
        assert!(
            begin.elapsed() < Duration::from_secs(30),
            "the thread is left"
        );
        std::thread::yield_now();
    }
    let mut short = pin!(pause::Pause::new(Duration::from_millis(1)));
    while short.as_mut().poll(&mut context).is_pending() {
        std::thread::yield_now();
    }
}

#[tokio::test]
async fn numbers_of_a_response_do_not_overflow() {
    let odd = Talk::ok("abc")
        .status(200)
        .header("content-range", "bytes 18446744073709551615-3/*")
        .header("content-length", "3");
    let talks = Talks::new([odd]);
    let request = talks.client().request("GET", "/a");
    let request = request.customize(|call| call.on_progress(|_| {}));
    assert_eq!(request.send().await.unwrap().status(), 200);
}

/// A server that says of a few bytes that they are many.
#[derive(Debug)]
struct Boaster;

impl Transport for Boaster {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let head = http::Response::builder().header("content-length", "250000000");
        let answer = head.body(Incoming::new(Few(3))).expect("a response");
        Box::pin(std::future::ready(Ok(answer)))
    }
}

struct Few(u8);

impl Source for Few {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<bytes::Bytes>, TransportError>> {
        let left = self.0.checked_sub(1);
        self.0 = left.unwrap_or_default();
        let chunk = left.map(|_| bytes::Bytes::from_static(b" "));
        Box::pin(std::future::ready(Ok(chunk)))
    }
}

#[test]
fn a_length_that_is_not_kept_costs_little() {
    let mut builder = super::petstore::Client::builder()
        .base_url("http://h")
        .credentials(super::petstore::Credentials::new("k", "t"));
    builder.core.blocking_transport(Boaster);
    let client = builder.build().expect("a client");
    let allocated = allocation_counter::measure(|| {
        let reply = client.request("GET", "/x").send_blocking();
        assert_eq!(reply.expect("a response").body(), "   ");
    });
    assert!(allocated.bytes_max < 2 << 20, "{allocated:?}");
}

#[test]
fn a_call_under_way_takes_a_few_kilobytes() {
    let client = super::petstore::Client::builder()
        .base_url("http://h")
        .credentials(super::petstore::Credentials::new("k", "t"))
        .build()
        .expect("a client");
    // The transport is made for the first call.
    drop(client.get_pet("p").send());
    let call = client.get_pet("p");
    let allocated = allocation_counter::measure(|| drop(call.send()));
    // The future of the executor, spans included: 2.6 kB without them. It holds no request, and nothing twice.
    assert!(allocated.bytes_max < 4096, "{allocated:?}");
}

#[tokio::test]
async fn what_is_awaited_again_is_an_error() {
    let setup = setup(Scripted::new().reply(200, REX));
    let mut sending = pin!(setup.client.get_pet("7").send());
    sending.as_mut().await.expect("a pet");
    let error = sending.as_mut().await.expect_err("nothing is left");
    assert!(error.to_string().contains("was sent already"), "{error}");
    assert_eq!(setup.script.requests().len(), 1);
}
