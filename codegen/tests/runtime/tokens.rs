//! Tokens that are fetched when they are needed, in virtual time.

use super::resilience::Virtual;
use crate::runtime::{
    Api, Body, BoxFuture, ClientCredentials, Clock, Core, CoreBuilder, Endpoint, Error, ErrorKind,
    Reply, Response, Scheme, SchemeKind, Scripted, Secret, Secrets, Server, Stage, Token,
    TokenContext, TokenError, TokenProvider,
};
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::Poll;
use std::time::Duration;

static API: Api = Api {
    name: "tokens",
    user_agent: "tokens/1",
    servers: &[Server {
        url: "http://h/v1",
        variables: &[],
    }],
    schemes: &[Scheme {
        name: "oauth",
        kind: SchemeKind::OAuth2(Some("/token")),
    }],
};

static ENDPOINT: Endpoint = Endpoint {
    id: "putThing",
    method: "PUT",
    path: "/thing",
    parameters: &[],
    accept: "",
    security: &[&[0]],
    api: &API,
    servers: None,
};

struct Setup {
    script: Scripted,
    clock: Virtual,
    core: Core,
}

fn setup(script: Scripted, provider: impl TokenProvider + 'static) -> Setup {
    let clock = Virtual::default();
    let mut builder = CoreBuilder::new(&API);
    builder.transport(script.clone());
    builder.blocking_transport(script.clone());
    builder.clock(clock.clone());
    builder.secrets(Secrets::new(&API).with(0, Secret::provided(provider)));
    Setup {
        script,
        clock,
        core: builder.build().expect("a client"),
    }
}

fn own() -> ClientCredentials {
    ClientCredentials::new("/token", "my id", "s:cret")
}

fn token(text: &str, seconds: u32) -> String {
    format!(r#"{{"access_token":"{text}","token_type":"Bearer","expires_in":{seconds}}}"#)
}

impl Setup {
    async fn call(&self) -> Result<Response<Reply>, Error<Infallible>> {
        self.core.call(&ENDPOINT).send_raw().await
    }

    /// Where the requests went, and with which credentials.
    fn sent(&self) -> Vec<String> {
        let requests = self.script.requests();
        let line = |request: &http::Request<bytes::Bytes>| {
            format!("{} {} {}", request.method(), request.uri(), bearer(request))
        };
        requests.iter().map(line).collect()
    }
}

/// The credentials of a request.
fn bearer<T>(request: &http::Request<T>) -> &str {
    let value = &request.headers()["authorization"];
    value.to_str().expect("text")
}

const ASK: &str = "POST http://h/token Basic bXklMjBpZDpzJTNBY3JldA==";

#[tokio::test]
async fn a_client_gets_its_own_token_and_keeps_it() {
    let script = Scripted::new()
        .reply(200, token("t1", 100))
        .reply(200, "")
        .reply(200, "");
    let setup = setup(script, own().with_scopes(["read", "write all"]));
    setup.call().await.expect("a response");
    setup.call().await.expect("a response");
    let put = "PUT http://h/v1/thing Bearer t1";
    assert_eq!(setup.sent(), [ASK, put, put]);
    let asked = &setup.script.requests()[0];
    assert_eq!(
        *asked.body(),
        "grant_type=client_credentials&scope=read%20write%20all"
    );
    let header = |name: &str| asked.headers()[name].to_str().expect("text").to_owned();
    assert_eq!(header("content-type"), "application/x-www-form-urlencoded");
    assert_eq!(header("accept"), "application/json");
    assert_eq!(header("user-agent"), "tokens/1");
    assert!(asked.headers()["authorization"].is_sensitive());
}

#[tokio::test]
async fn a_token_is_renewed_before_it_runs_out() {
    // A tenth of the lifetime is kept back, half a minute at the most.
    for (lifetime, sure) in [(100, 90), (1000, 970)] {
        let script = Scripted::new()
            .reply(200, token("t1", lifetime))
            .reply(200, "")
            .reply(200, "")
            .reply(200, token("t2", lifetime))
            .reply(200, "");
        let setup = setup(script, own());
        setup.call().await.expect("a response");
        setup.clock.sleep(Duration::from_secs(sure - 1)).await;
        setup.call().await.expect("a response");
        setup.clock.sleep(Duration::from_secs(1)).await;
        setup.call().await.expect("a response");
        let put = |token: &str| format!("PUT http://h/v1/thing Bearer {token}");
        assert_eq!(
            setup.sent(),
            [
                ASK.to_owned(),
                put("t1"),
                put("t1"),
                ASK.to_owned(),
                put("t2")
            ]
        );
    }
}

#[tokio::test]
async fn a_token_that_is_refused_is_renewed_once() {
    let asked = || Scripted::new().reply(200, token("t1", 100)).reply(401, "");
    let renewed = setup(
        asked()
            .reply(200, token("t2", 100))
            .reply(200, "")
            .reply(200, ""),
        own(),
    );
    let response = renewed.call().await.expect("a response");
    assert_eq!(response.status(), 200);
    let put = |token: &str| format!("PUT http://h/v1/thing Bearer {token}");
    assert_eq!(
        renewed.sent(),
        [ASK.to_owned(), put("t1"), ASK.to_owned(), put("t2")]
    );
    renewed.call().await.expect("a response");
    assert_eq!(renewed.sent()[4], put("t2"));

    let refused = setup(asked().reply(200, token("t2", 100)).reply(401, "no"), own());
    assert_eq!(refused.call().await.expect("a response").status(), 401);
    assert_eq!(refused.sent().len(), 4);
}

#[tokio::test]
async fn a_body_that_can_be_sent_once_is_not_sent_again_with_another_token() {
    let setup = setup(
        Scripted::new().reply(200, token("t1", 100)).reply(401, ""),
        own(),
    );
    let mut call = setup.core.call(&ENDPOINT);
    call.bytes(Body::from_reader(&b"abc"[..]), "image/png");
    assert_eq!(call.send_raw().await.expect("a response").status(), 401);
    assert_eq!(setup.sent().len(), 2);
}

#[tokio::test]
async fn what_keeps_a_token_away_is_said_without_secrets() {
    let refusal = r#"{"error":"invalid_client","error_description":"unknown\nclient"}"#;
    let cases = [
        (
            401,
            refusal,
            "the token endpoint answers HTTP 401 Unauthorized: invalid_client: unknownclient",
        ),
        (
            200,
            r#"{"access_tokens":"hidden"}"#,
            "the token endpoint answers without a token",
        ),
        (200, "hidden", "the token endpoint answers without a token"),
        (302, "hidden", "the token endpoint answers HTTP 302 Found"),
        (
            200,
            r#"{"access_token":"hidden","token_type":"mac"}"#,
            "the token endpoint gives no bearer token",
        ),
    ];
    for (status, body, text) in cases {
        let setup = setup(Scripted::new().reply(status, body), own());
        let error = setup.call().await.expect_err("no token");
        assert_eq!(error.kind(), ErrorKind::Token);
        assert_eq!(
            error.to_string(),
            format!("putThing: no token for `oauth`: {text}")
        );
        assert!(!error.is_retryable());
        assert_eq!(setup.sent().len(), 1, "nothing is sent without its token");
    }
    let own = own();
    assert_eq!(
        format!(
            "{own:?} {:?} {:?}",
            Secret::provided(own.clone()),
            Token::new("hidden")
        ),
        r#"ClientCredentials { url: "/token", id: "my id", scopes: [], .. } [redacted] Token { lifetime: None, .. }"#
    );
}

#[tokio::test]
async fn a_failure_that_passes_is_tried_again() {
    let script = Scripted::new()
        .reply(503, "")
        .fail(Stage::Exchange)
        .reply(200, token("t1", 100))
        .reply(200, "");
    let passed = setup(script, own());
    passed.call().await.expect("a response");
    assert_eq!(passed.sent().len(), 4);
    let lasting = setup(
        Scripted::new().reply(503, "").reply(503, "").reply(503, ""),
        own(),
    );
    let error = lasting.call().await.expect_err("no token");
    assert!(error.is_retryable());
    assert_eq!(error.attempts(), 3);
}

#[tokio::test]
async fn a_closure_gives_tokens_as_well() {
    let provider = || async { Ok(Token::new("mine").with_lifetime(Duration::MAX)) };
    let setup = setup(Scripted::new().reply(200, ""), provider);
    setup.call().await.expect("a response");
    assert_eq!(setup.sent(), ["PUT http://h/v1/thing Bearer mine"]);
}

#[test]
fn blocking_calls_fetch_tokens_on_their_own_thread() {
    let script = Scripted::new()
        .reply(200, token("t1", 100))
        .reply(200, "\"x\"");
    let setup = setup(script, own());
    let error = setup
        .core
        .call(&ENDPOINT)
        .into_request::<()>()
        .expect_err("no token yet");
    let text = "putThing: no token for `oauth`: it was not fetched yet, and there is no waiting for it here";
    assert_eq!(error.to_string(), text);
    let call = setup.core.call(&ENDPOINT);
    call.send_blocking::<super::streams::PutPhoto>()
        .expect("a response");
    assert_eq!(setup.sent(), [ASK, "PUT http://h/v1/thing Bearer t1"]);
    let request = setup
        .core
        .call(&ENDPOINT)
        .into_request::<()>()
        .expect("a request");
    assert_eq!(bearer(&request), "Bearer t1");
}

/// Takes a few polls for each token, and counts them.
#[derive(Clone, Default)]
struct Counted {
    fetches: Arc<AtomicU32>,
    fails: bool,
}

impl TokenProvider for Counted {
    fn token<'a>(&'a self, _: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        let count = self.fetches.fetch_add(1, Ordering::SeqCst) + 1;
        let mut polls = 0;
        Box::pin(std::future::poll_fn(move |context| {
            polls += 1;
            context.waker().wake_by_ref();
            match polls {
                ..5 => Poll::Pending,
                _ if self.fails => Poll::Ready(Err(TokenError::new("closed"))),
                _ => Poll::Ready(Ok(Token::new(format!("t{count}")))),
            }
        }))
    }
}

/// A client in real time, and its provider.
fn counted(fails: bool) -> (Core, Scripted, Counted) {
    let provider = Counted {
        fails,
        ..Counted::default()
    };
    let script = Scripted::new().reply(200, "").reply(200, "").reply(200, "");
    let mut builder = CoreBuilder::new(&API);
    builder.transport(script.clone());
    builder.secrets(Secrets::new(&API).with(0, Secret::provided(provider.clone())));
    (builder.build().expect("a client"), script, provider)
}

#[tokio::test]
async fn concurrent_calls_fetch_one_token() {
    let call = |core: &Core| core.call(&ENDPOINT).send_raw();
    let (core, script, provider) = counted(false);
    let (one, two, three) = tokio::join!(call(&core), call(&core), call(&core));
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    assert_eq!(provider.fetches.load(Ordering::SeqCst), 1);
    assert!(
        script
            .requests()
            .iter()
            .all(|request| bearer(request) == "Bearer t1")
    );

    let (core, _, provider) = counted(true);
    let outcomes = tokio::join!(call(&core), call(&core), call(&core));
    for outcome in [outcomes.0, outcomes.1, outcomes.2] {
        let error = outcome.expect_err("no token");
        assert_eq!(error.to_string(), "putThing: no token for `oauth`: closed");
    }
    assert_eq!(
        provider.fetches.load(Ordering::SeqCst),
        1,
        "a failure is shared too"
    );
}

#[tokio::test]
async fn a_call_that_is_given_up_leaves_the_token_to_the_next() {
    let (core, script, provider) = counted(false);
    let mut first = Box::pin(core.call(&ENDPOINT).send_raw());
    let polled = std::future::poll_fn(|context| Poll::Ready(first.as_mut().poll(context))).await;
    assert!(polled.is_pending());
    let second = tokio::spawn(core.call(&ENDPOINT).send_raw());
    tokio::task::yield_now().await;
    drop(first);
    second.await.expect("a task").expect("a response");
    assert_eq!(provider.fetches.load(Ordering::SeqCst), 2);
    assert_eq!(bearer(&script.requests()[0]), "Bearer t2");
}

#[tokio::test]
async fn calls_that_wait_take_a_token_however_short_it_is_good_for() {
    let fetches = Arc::new(AtomicU32::new(0));
    let counts = Arc::clone(&fetches);
    let provider = move || {
        let counts = Arc::clone(&counts);
        async move {
            tokio::task::yield_now().await;
            let number = counts.fetch_add(1, Ordering::SeqCst) + 1;
            Ok(Token::new(format!("t{number}")).with_lifetime(Duration::ZERO))
        }
    };
    let script = Scripted::new().reply(200, "").reply(200, "").reply(200, "");
    let mut builder = CoreBuilder::new(&API);
    builder.transport(script.clone());
    builder.secrets(Secrets::new(&API).with(0, Secret::provided(provider)));
    let core = builder.build().expect("a client");
    let call = || core.call(&ENDPOINT).send_raw();
    let (one, two, three) = tokio::join!(call(), call(), call());
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    assert_eq!(fetches.load(Ordering::SeqCst), 1);
}
