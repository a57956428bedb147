//! Retries, time limits and redirects, in virtual time: no test here waits.

mod redirects;

use super::models::Pet;
use super::petstore::{Client, Credentials};
use crate::runtime::{
    Answer, Body, BoxFuture, Clock, ErrorKind, Retry, Scripted, Stage, TimeLimit, Transport,
};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

/// A clock that moves when somebody waits for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Virtual {
    pub(crate) state: Arc<Mutex<Time>>,
    pub(crate) random: u64,
}

#[derive(Debug, Default)]
pub(crate) struct Time {
    now: Duration,
    sleeps: Vec<Duration>,
}

/// Some moment in 2024, in seconds since 1970.
const EPOCH: u64 = 1_714_557_600;

impl Clock for Virtual {
    fn now(&self) -> Duration {
        self.state.lock().unwrap().now
    }

    fn since_epoch(&self) -> Duration {
        Duration::from_secs(EPOCH) + self.now()
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        let state = Arc::clone(&self.state);
        Box::pin(async move {
            let mut state = state.lock().unwrap();
            state.now += time;
            state.sleeps.push(time);
        })
    }

    fn random(&self) -> u64 {
        self.random
    }
}

impl Virtual {
    pub(crate) fn sleeps(&self) -> Vec<u128> {
        self.state
            .lock()
            .unwrap()
            .sleeps
            .iter()
            .map(Duration::as_millis)
            .collect()
    }
}

pub(crate) struct Setup {
    pub(crate) script: Scripted,
    pub(crate) clock: Virtual,
    pub(crate) client: Client,
}

/// A client over these responses, whose chance is always the largest.
pub(crate) fn setup(script: Scripted) -> Setup {
    setup_with(script, |_| {})
}

pub(crate) fn setup_with(
    script: Scripted,
    change: impl FnOnce(&mut crate::runtime::CoreBuilder),
) -> Setup {
    let clock = Virtual {
        random: u64::MAX,
        ..Virtual::default()
    };
    let mut builder = Client::builder()
        .base_url("http://h")
        .transport(script.clone())
        .credentials(Credentials::new("k", "t"));
    builder.core.clock(clock.clone());
    builder.core.blocking_transport(script.clone());
    change(&mut builder.core);
    Setup {
        script,
        clock,
        client: builder.build().unwrap(),
    }
}

pub(crate) fn with_header(status: u16, name: &str, value: &str) -> http::Response<bytes::Bytes> {
    http::Response::builder()
        .status(status)
        .header(name, value)
        .body("{}".into())
        .unwrap()
}

#[tokio::test]
async fn what_is_transient_is_tried_again() {
    for status in [408, 429, 500, 502, 503, 504] {
        let setup = setup(
            Scripted::new()
                .reply(status, "")
                .reply(status, "")
                .reply(200, REX),
        );
        let pet = setup.client.get_pet("7").send().await.unwrap();
        assert_eq!(pet.name, "Rex");
        assert_eq!(
            setup.clock.sleeps(),
            [500, 1000],
            "{status}: at most half a second, then one"
        );
        assert_eq!(setup.script.requests().len(), 3);
    }
    for stage in [Stage::Connect, Stage::Exchange, Stage::Timeout] {
        let setup = setup(Scripted::new().fail(stage).reply(200, REX));
        assert!(setup.client.get_pet("7").send().await.is_ok(), "{stage:?}");
    }
}

#[tokio::test]
async fn what_is_not_is_taken_as_it_is() {
    for status in [400, 401, 403, 404, 409, 422, 501, 505] {
        let setup = setup(Scripted::new().reply(status, "no").reply(200, REX));
        let error = setup.client.get_pet("7").send().await.unwrap_err();
        assert_eq!(
            (error.status().unwrap().as_u16(), error.attempts()),
            (status, 1)
        );
        assert!(!error.is_retryable());
        assert_eq!(setup.script.requests().len(), 1);
    }
}

#[tokio::test]
async fn in_the_end_the_last_answer_counts() {
    let setup = setup(
        Scripted::new()
            .reply(503, "a")
            .reply(502, "b")
            .reply(500, "c")
            .reply(200, REX),
    );
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: HTTP 500 Internal Server Error: c (after 3 attempts)"
    );
    assert!(error.is_retryable());
    let setup = setup_with(
        Scripted::new().fail(Stage::Connect).fail(Stage::Connect),
        |core| core.retry(Retry::default().with_retries(1)),
    );
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: no connection: as scripted (after 2 attempts)"
    );
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn what_may_have_had_its_effect_is_not_repeated() {
    let pet = Pet::new(1, "A", None);
    for (first, repeated) in [(503, false), (500, false), (408, false), (429, true)] {
        let setup = setup(Scripted::new().reply(first, "").reply(201, ""));
        assert_eq!(
            setup.client.create_pet(&pet).send().await.is_ok(),
            repeated,
            "{first}"
        );
    }
    for (stage, repeated) in [
        (Stage::Connect, true),
        (Stage::Exchange, false),
        (Stage::Timeout, false),
    ] {
        let setup = setup(Scripted::new().fail(stage).reply(201, ""));
        assert_eq!(
            setup.client.create_pet(&pet).send().await.is_ok(),
            repeated,
            "{stage:?}"
        );
    }
    let setup = setup(Scripted::new().reply(429, "").reply(201, ""));
    setup.client.create_pet(&pet).send().await.unwrap();
    let bodies: Vec<_> = setup
        .script
        .requests()
        .into_iter()
        .map(http::Request::into_body)
        .collect();
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn the_server_says_how_long_to_wait() {
    let cases = [
        ("retry-after", "7".to_owned(), 7_000),
        ("retry-after", "0".to_owned(), 0),
        (
            "retry-after",
            "Wed, 01 May 2024 10:00:11 GMT".to_owned(),
            11_000,
        ),
        ("retry-after", "Tue, 30 Apr 2024 10:00:00 GMT".to_owned(), 0),
        ("x-ratelimit-reset", (EPOCH + 12).to_string(), 12_000),
        ("ratelimit-reset", "5".to_owned(), 5_000),
        (
            "x-organization-rate-limit-reset",
            (EPOCH + 3).to_string(),
            3_000,
        ),
        (
            "x-organization-rate-limit-reset",
            (EPOCH - 3).to_string(),
            0,
        ),
        // What is no time is as if it were not there.
        ("retry-after", "soon".to_owned(), 500),
        ("x-ratelimit-reset", "NaN".to_owned(), 500),
        ("x-ratelimit-reset", "-1".to_owned(), 500),
    ];
    for (name, value, expected) in cases {
        let setup = setup(
            Scripted::new()
                .respond(with_header(429, name, &value))
                .reply(200, REX),
        );
        setup.client.get_pet("7").send().await.unwrap();
        assert_eq!(setup.clock.sleeps(), [expected], "{name}: {value}");
    }
    // A wait that is too long is the caller's to decide upon.
    let setup = setup(
        Scripted::new()
            .respond(with_header(429, "retry-after", "3600"))
            .reply(200, REX),
    );
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(setup.clock.sleeps().is_empty());
}

#[tokio::test]
async fn chance_spreads_the_attempts() {
    for (random, expected) in [(0, 0), (u64::MAX / 2, 250), (u64::MAX, 500)] {
        let script = Scripted::new().reply(503, "").reply(200, REX);
        let clock = Virtual {
            random,
            ..Virtual::default()
        };
        let setup = setup_with(script, |core| core.clock(clock.clone()));
        setup.client.get_pet("7").send().await.unwrap();
        assert_eq!(clock.sleeps(), [expected]);
    }
    let patient = Retry::default()
        .with_retries(40)
        .with_longest(Duration::from_secs(3));
    let script = (0..40)
        .fold(Scripted::new(), |script, _| script.reply(503, ""))
        .reply(200, REX);
    let setup = setup_with(script, |core| core.retry(patient));
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.attempts(), 21);
    let sleeps = setup.clock.sleeps();
    assert_eq!(sleeps[..4], [500, 1000, 2000, 3000]);
    assert_eq!(sleeps.len(), 20, "until the budget is used up");
}

#[tokio::test]
async fn when_everything_fails_attempts_become_few() {
    let script = (0..200).fold(Scripted::new(), |script, _| script.reply(503, ""));
    let setup = setup(script);
    for _ in 0..100 {
        let _ = setup.client.get_pet("7").send().await;
    }
    assert_eq!(
        setup.script.requests().len(),
        120,
        "100 calls and what the budget has for further attempts"
    );
}

#[tokio::test]
async fn each_call_can_have_its_own_policy() {
    let setup = setup(Scripted::new().reply(503, "").reply(200, REX));
    let call = setup
        .client
        .get_pet("7")
        .customize(|call| call.retry(Retry::never()));
    assert!(call.send().await.is_err());
    assert_eq!(setup.script.requests().len(), 1);
}

/// A server that takes the request and never answers.
#[derive(Debug, Default)]
pub(crate) struct Silent(pub(crate) Arc<Mutex<Vec<Option<TimeLimit>>>>);

impl Transport for Silent {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        self.0
            .lock()
            .unwrap()
            .push(request.extensions().get::<TimeLimit>().copied());
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn silence_ends_with_the_time_for_an_attempt_or_for_the_whole() {
    let run = |attempt: Option<u64>, whole: Option<u64>| async move {
        let limits = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&limits);
        let setup = setup_with(Scripted::new(), |core| {
            core.transport(Silent(seen));
            if let Some(attempt) = attempt {
                core.attempt_timeout(Duration::from_secs(attempt));
            }
        });
        let call = setup.client.get_pet("7").customize(|call| {
            if let Some(whole) = whole {
                call.timeout(Duration::from_secs(whole));
            }
        });
        let error = call.send().await.unwrap_err();
        assert!(error.is_timeout() && error.kind() == ErrorKind::Timeout);
        let limits: Vec<u64> = limits
            .lock()
            .unwrap()
            .iter()
            .map(|limit| limit.unwrap().0.as_secs())
            .collect();
        (error.to_string(), limits, setup.clock.now().as_secs())
    };
    let (message, limits, time) = run(None, None).await;
    assert_eq!(message, "getPet: no response within 60s (after 3 attempts)");
    assert_eq!((limits, time), (vec![60, 60, 60], 181));
    let (message, limits, time) = run(Some(10), Some(25)).await;
    assert_eq!(message, "getPet: not done within 25s (after 3 attempts)");
    assert_eq!(
        (limits, time),
        (vec![10, 10, 3], 25),
        "the pauses between count"
    );
    let (message, limits, time) = run(Some(10), Some(4)).await;
    assert_eq!(message, "getPet: not done within 4s");
    assert_eq!((limits, time), (vec![4], 4));
}

#[tokio::test]
async fn no_pause_outlasts_the_deadline() {
    let script = Scripted::new()
        .respond(with_header(503, "retry-after", "10"))
        .reply(200, REX);
    let setup = setup(script);
    let call = setup
        .client
        .get_pet("7")
        .customize(|call| call.timeout(Duration::from_secs(5)));
    assert_eq!(call.send().await.unwrap_err().status().unwrap(), 503);
    assert!(
        setup.clock.sleeps().is_empty(),
        "there is nothing to wait for"
    );
}

#[test]
fn blocking_calls_do_the_same() {
    let setup = setup(
        Scripted::new()
            .reply(503, "")
            .fail(Stage::Exchange)
            .reply(200, REX),
    );
    assert_eq!(
        setup.client.get_pet("7").send_blocking().unwrap().name,
        "Rex"
    );
    assert_eq!(setup.clock.sleeps(), [500, 1000]);
}
