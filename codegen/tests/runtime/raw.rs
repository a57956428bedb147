//! Calls that the document lacks: the same credentials, retries and limits, and a path that stays where it belongs.

use super::models::Pet;
use super::petstore::Client;
use super::resilience::{Silent, setup, setup_with, with_header};
use crate::runtime::{ErrorKind, Retry, Scripted, Stage, Value};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

#[tokio::test]
async fn it_is_a_call_like_the_others() {
    let setup = setup(Scripted::new().reply(503, "").reply(200, REX));
    let call = setup
        .client
        .request("PUT", "bones/ä b")
        .query("a b", "c&d")
        .header("X-Trace", "1")
        .json(&Pet::new(1, "A", None));
    let reply = call.send().await.unwrap();
    assert_eq!(reply.status(), 200);
    assert_eq!(reply.json::<Pet>().unwrap().id, 7);
    assert_eq!(setup.clock.sleeps(), [500], "a second attempt");
    let requests = setup.script.requests();
    assert_eq!(requests.len(), 2);
    for request in requests {
        assert_eq!(request.method(), "PUT");
        assert_eq!(request.uri(), "http://h/bones/%C3%A4%20b?a%20b=c%26d");
        assert_eq!(request.headers()["x-key"], "k");
        assert_eq!(request.headers()["x-token"], "t");
        assert_eq!(request.headers()["x-trace"], "1");
        assert_eq!(request.headers()["content-type"], "application/json");
        assert_eq!(request.body(), r#"{"id":1,"name":"A","state":null}"#);
    }
}

#[tokio::test]
async fn every_status_is_a_response() {
    for status in [204, 302, 404, 501] {
        let setup = setup(Scripted::new().reply(status, r#"{"a":[1]}"#));
        let reply = setup.client.request("GET", "/x").send().await.unwrap();
        assert_eq!(reply.status(), status);
        assert_eq!(reply.headers()["content-type"], "application/json");
        assert_eq!(reply.json::<Value>().unwrap()["a"][0], 1);
    }
    let setup = setup_with(Scripted::new().reply(503, "busy"), |core| {
        core.retry(Retry::never());
    });
    let reply = setup.client.request("GET", "/x").send_blocking().unwrap();
    assert_eq!(
        (reply.status().as_u16(), reply.text().unwrap()),
        (503, "busy".into())
    );
}

#[tokio::test]
async fn a_post_is_repeated_only_if_it_had_no_effect() {
    for (stage, sent) in [(Stage::Connect, true), (Stage::Exchange, false)] {
        let setup = setup(Scripted::new().fail(stage).reply(201, ""));
        let call = setup.client.request("POST", "/x").text("hello");
        assert_eq!(call.send().await.is_ok(), sent, "{stage:?}");
        let request = &setup.script.requests()[0];
        assert_eq!(
            request.headers()["content-type"],
            "text/plain; charset=utf-8"
        );
        assert_eq!(request.body(), "hello");
    }
    let setup = setup(Scripted::new().reply(201, ""));
    let call = setup.client.request("POST", "").bytes(vec![0, 1]);
    let call = call.header("content-type", "image/x-test");
    call.send().await.unwrap();
    let request = &setup.script.requests()[0];
    assert_eq!(request.uri(), "http://h/");
    assert_eq!(request.headers()["content-type"], "image/x-test");
    assert_eq!(request.body(), &[0, 1][..]);
}

#[tokio::test]
async fn its_time_is_limited() {
    let limits = Arc::new(Mutex::new(Vec::new()));
    let setup = setup_with(Scripted::new(), |core| core.transport(Silent(limits)));
    let call = setup
        .client
        .request("GET", "/x")
        .timeout(Duration::from_secs(4));
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.to_string(), "request: not done within 4s");
}

#[tokio::test]
async fn what_is_no_method_or_no_path_is_not_sent() {
    let setup = setup(Scripted::new().reply(200, ""));
    let said = |method: &str, path: &str| {
        let outcome = setup.client.request(method, path).send_blocking();
        let error = outcome.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 0));
        error.to_string()
    };
    assert_eq!(said("", "/x"), "request: `` is no method");
    assert_eq!(said("GET /", "/x"), "request: `GET /` is no method");
    assert_eq!(
        said("get", "/x"),
        "request: `get` is no method: write `GET`"
    );
    assert!(said("CONNECT", "/x").contains("tunnel"));
    for path in [
        "http://evil.example/x",
        "HTTPS://evil.example",
        "//evil.example/x",
    ] {
        assert_eq!(
            said("GET", path),
            format!(
                "request: `{path}` is no path: it names a server; give what follows the base URL, and that with \
                 `base_url`"
            )
        );
    }
    for path in [
        "..",
        "/../x",
        "/a/../b",
        "/a/%2e%2E/b",
        "/a/.%2e",
        "/./a",
        "/%2e",
    ] {
        let said = said("GET", path);
        assert!(
            said.ends_with("a `.` or `..` in it would lead elsewhere"),
            "{said}"
        );
    }
    assert!(said("GET", "/x?a=b").contains("`query`"));
    assert!(said("GET", "/x#a").contains("fragments"));
    assert!(said("GET", "/a\\..\\b").contains("`%5C`"));
    assert!(setup.script.requests().is_empty());
}

#[tokio::test]
async fn what_looks_odd_stays_a_path() {
    let cases = [
        ("/a//b", "http://h/v2/a//b"),
        ("/@evil.example", "http://h/v2/@evil.example"),
        (":8080/x", "http://h/v2/:8080/x"),
        ("/a%2Fb/100%", "http://h/v2/a%2Fb/100%25"),
        ("/a\r\nHost: b", "http://h/v2/a%0D%0AHost:%20b"),
        ("/%3F", "http://h/v2/%3F"),
        ("...", "http://h/v2/..."),
    ];
    let client = Client::builder().base_url("http://h/v2/");
    let client = client
        .credentials(super::petstore::Credentials::query("s"))
        .build();
    let client = client.unwrap();
    for (path, url) in cases {
        let request = client
            .request(http::Method::PATCH, path)
            .into_request()
            .unwrap();
        assert_eq!(request.method(), "PATCH");
        assert_eq!(request.uri().to_string(), format!("{url}?api%20key=s"));
    }
    let odd = client.request("M-SEARCH", "/x").into_request().unwrap();
    assert_eq!(odd.method(), "M-SEARCH");
}

#[tokio::test]
async fn a_link_is_followed_as_long_as_it_stays() {
    let setup = setup(Scripted::new().reply(200, "").reply(200, ""));
    let first = || setup.client.request("GET", "/things").query("size", "2");
    first().link("?page=2").send().await.unwrap();
    first().link("http://H:80/next#here").send().await.unwrap();
    let requests = setup.script.requests();
    assert_eq!(requests[0].uri(), "http://h/things?page=2");
    assert_eq!(requests[1].uri(), "http://h/next");
    assert!(
        requests
            .iter()
            .all(|request| request.headers().contains_key("x-key"))
    );
    for (link, said) in [
        (
            "http://evil.example/x",
            "request: the link leads to another server: http://evil.example",
        ),
        (
            "//evil.example/x",
            "request: the link leads to another server: http://evil.example",
        ),
        ("mailto:a@b", "request: the link leads nowhere: "),
    ] {
        let error = first().link(link).send().await.unwrap_err();
        assert!(error.to_string().starts_with(said), "{error}");
    }
    assert_eq!(setup.script.requests().len(), 2);
}

#[tokio::test]
async fn a_redirect_to_elsewhere_takes_no_credentials_along() {
    let there = with_header(302, "location", "http://other.example/there");
    let setup = setup(Scripted::new().respond(there).reply(200, ""));
    setup.client.request("GET", "/x").send().await.unwrap();
    let requests = setup.script.requests();
    assert!(requests[0].headers().contains_key("x-key"));
    assert!(!requests[1].headers().contains_key("x-key"));
}

#[tokio::test]
async fn without_credentials_it_says_so() {
    let client = Client::builder().base_url("http://h").build().unwrap();
    let error = client.request("GET", "/x").send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "request: no credentials for it: it takes ApiKey and AccessToken, or Basic, or Query; `.credentials(…)` of the builder sets them"
    );
}
