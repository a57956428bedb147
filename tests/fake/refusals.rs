//! What a server refuses, and what it says then.

use activity_logs::{exavault, snaplogic, tiledb};
use serde_json::Value;

use super::{by_hand, send};

const VAULT: &str = "/activity/session";

/// Sends a GET with both keys, and gives status and problem.
async fn refused(url: &str) -> (u16, Value) {
    let request = by_hand()
        .get(url)
        .header("ev-api-key", "k")
        .header("ev-access-token", "t");
    let (status, headers, text) = send(request).await;
    if status != 200 {
        assert_eq!(headers["content-type"], "application/problem+json");
    }
    (status, serde_json::from_str(&text).expect("JSON"))
}

#[tokio::test]
async fn what_is_wrong_is_told_with_its_place() {
    let server = exavault::fake::Server::new().start().await.expect("a port");
    let cases = [
        ("/nothing", 404, "path", Value::Null),
        ("/activity/session?limit=ten", 400, "query", "limit".into()),
        ("/activity/session?limit=1.5", 400, "query", "limit".into()),
        (
            "/activity/session?startDate=yesterday",
            400,
            "query",
            "startDate".into(),
        ),
        ("/activity/session?type=DANCE", 400, "query", "type".into()),
        (
            "/activity/session?colour=red",
            400,
            "query",
            "colour".into(),
        ),
        (
            "/activity/webhooks?offset=-1",
            400,
            "query",
            "offset".into(),
        ),
    ];
    for (target, status, place, name) in &cases {
        let (found, problem) = refused(&format!("{}{target}", server.url())).await;
        assert_eq!(found, *status, "{target}: {problem}");
        assert_eq!(problem["in"], *place, "{target}");
        assert_eq!(problem["name"], *name, "{target}");
        assert!(problem["reason"].is_string() && problem["status"] == *status);
    }
    assert_eq!(server.problems().len(), cases.len());
    let fine =
        "?limit=5&type=EDIT_SHARE&path=%2Fa%20b+c&startDate=2026-10-02T00:00:00.000000%2B0000";
    let (status, problem) = refused(&format!("{}{VAULT}{fine}", server.url())).await;
    assert_eq!(status, 200, "{problem}");
}

#[tokio::test]
async fn another_method_is_told_which_ones_there_are() {
    let server = exavault::fake::Server::new().start().await.expect("a port");
    let request = by_hand().post(format!("{}{VAULT}", server.url()));
    let (status, headers, _) = send(request).await;
    assert_eq!(
        (status, &headers["allow"]),
        (405, &"GET".parse().expect("text"))
    );
}

#[tokio::test]
async fn credentials_are_those_of_the_document() {
    let start = async |server: tiledb::fake::Server| server.start().await.expect("a port");
    let path = "/arrays/n/a/activity";
    let strict = start(tiledb::fake::Server::new()).await;
    let known = tiledb::fake::Server::new().secret("ApiKeyAuth", "right");
    let known = start(known.secret("BasicAuth", "user:pass:wörd")).await;
    let open = start(tiledb::fake::Server::new().accept_any_credentials()).await;
    let key = |key| Some(("X-TILEDB-REST-API-KEY", key));
    // `user:pass:wörd`
    let basic = Some(("authorization", "Basic dXNlcjpwYXNzOnfDtnJk"));
    let cases = [
        (&strict, None, 401),
        (&strict, key("any"), 200),
        (&strict, basic, 200),
        (&strict, Some(("authorization", "Basic !")), 401),
        (&strict, Some(("authorization", "Bearer t")), 401),
        (&known, key("any"), 401),
        (&known, key("right"), 200),
        (&known, basic, 200),
        (&known, Some(("authorization", "Basic dXNlcjpwYXNz")), 401),
        (&open, None, 200),
    ];
    for (server, header, expected) in cases {
        let mut request = by_hand().get(format!("{}{path}", server.url()));
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let (status, headers, text) = send(request).await;
        assert_eq!(status, expected, "{header:?}: {text}");
        assert_eq!(headers.contains_key("www-authenticate"), status == 401);
    }
}

#[tokio::test]
async fn strictness_can_be_given_up() {
    let server = snaplogic::fake::Server::new()
        .accept_any_credentials()
        .accept_unknown_keys()
        .accept_unknown_values();
    let server = server.start().await.expect("a port");
    let url = format!(
        "{}/activities/Acme%20Org?colour=red&filter_event_type=dance",
        server.url()
    );
    assert_eq!(send(by_hand().get(url)).await.0, 200);
}

#[tokio::test]
async fn problems_can_have_another_voice() {
    let server = exavault::fake::Server::new().on_problem(|received, problem| {
        let text = format!("{} {problem}", received.path());
        let mut response = http::Response::new(bytes::Bytes::from(text));
        *response.status_mut() = http::StatusCode::IM_A_TEAPOT;
        response
    });
    let server = server.start().await.expect("a port");
    let (status, _, text) = send(by_hand().get(format!("{}/nowhere", server.url()))).await;
    assert_eq!(status, 418);
    assert_eq!(text, "/nowhere the path: is that of no operation");
}
