//! Calls from end to end over scripted responses: what is sent, and what comes of each response.

use super::models::{Pet, PetState};
use super::petstore::{API_REF, Client, CreatePetError, Credentials, GetPetError};
use crate::runtime::{CoreBuilder, ErrorKind, Scripted, Stage};
use std::time::Duration;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

fn client(script: &Scripted) -> Client {
    Client::builder()
        .account("acme")
        .credentials(Credentials::new("k-1", "t-1"))
        .transport(script.clone())
        .build()
        .expect("a client")
}

#[tokio::test]
async fn a_call_gives_the_model_with_status_and_headers() {
    let script = Scripted::new().reply(200, REX);
    let pet = client(&script)
        .get_pet("a b/c")
        .states([PetState::Sold, PetState::Available])
        .send()
        .await
        .unwrap();
    assert_eq!(
        (pet.id, pet.name.as_str(), pet.status().as_u16()),
        (7, "Rex", 200)
    );
    assert_eq!(pet.headers()["content-type"], "application/json");
    assert_eq!(pet.into_inner().state, Some(PetState::Sold));
    let requests = script.requests();
    assert_eq!(requests[0].method(), "GET");
    assert_eq!(
        requests[0].uri(),
        "https://acme.example.com/v2/pets/a%20b%2Fc?states=sold&states=available"
    );
    let headers = requests[0].headers();
    assert_eq!(headers["x-key"], "k-1");
    assert_eq!(headers["x-token"], "t-1");
    assert_eq!(
        headers["accept"],
        "application/json, application/problem+json"
    );
    assert!(headers["user-agent"].to_str().unwrap().contains('/'));
    assert!(headers["x-key"].is_sensitive());
}

#[tokio::test]
async fn bodies_are_sent_without_what_only_the_server_sets() {
    let script = Scripted::new().reply(201, "");
    let mut pet = Pet::new(7, "Rex", None);
    pet.born = Some("2024-01-01T00:00:00Z".parse().unwrap());
    client(&script).create_pet(&pet).send().await.unwrap();
    let requests = script.requests();
    assert_eq!(requests[0].method(), "POST");
    assert_eq!(requests[0].headers()["content-type"], "application/json");
    assert_eq!(requests[0].body(), r#"{"id":7,"name":"Rex","state":null}"#);
    assert!(
        !requests[0].headers().contains_key("x-key"),
        "no scheme was asked for"
    );
}

#[tokio::test]
async fn documented_errors_are_typed_and_keep_the_response() {
    let response = http::Response::builder()
        .status(404)
        .header("x-request-id", "r-9")
        .body(r#"{"title":"No such pet","detail":"There is no pet 7."}"#.into())
        .unwrap();
    let script = Scripted::new().respond(response);
    let error = client(&script).get_pet("7").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(
        matches!(error.failure(), Some(GetPetError::NotFound(body)) if body["title"] == "No such pet")
    );
    assert_eq!(error.status().unwrap(), 404);
    assert_eq!(error.request_id(), Some("r-9"));
    assert!(error.body().unwrap().starts_with(b"{\"title\""));
    assert_eq!(
        error.to_string(),
        "getPet: HTTP 404 Not Found: There is no pet 7."
    );
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn ranges_defaults_and_the_undocumented_follow() {
    let script = Scripted::new()
        .reply(410, "")
        .reply(418, "short and stout")
        .reply(302, "")
        .reply(404, "<html>");
    let client = client(&script);
    let failure = |error: crate::runtime::Error<GetPetError>| error.into_failure().unwrap();
    assert_eq!(
        failure(client.get_pet("7").send().await.unwrap_err()),
        GetPetError::Gone
    );
    let error = client.get_pet("7").send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: HTTP 418 I'm a teapot: short and stout"
    );
    assert_eq!(
        failure(error),
        GetPetError::Status4xx("short and stout".into())
    );
    assert_eq!(
        failure(client.get_pet("7").send().await.unwrap_err()),
        GetPetError::Undocumented
    );
    let error = client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.body().unwrap(), "<html>");
    assert_eq!(failure(error), GetPetError::Undocumented);
}

#[tokio::test]
async fn a_body_that_does_not_fit_is_a_decode_error_with_its_path() {
    let script = Scripted::new()
        .reply(200, r#"{"id":7,"name":"Rex","state":[1]}"#)
        .reply(200, "");
    let client = client(&script);
    let error = client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_error().unwrap().path(), "$.state");
    assert_eq!(
        error.to_string(),
        "getPet: HTTP 200 OK: expected a string at $.state (byte 29), found `[1]}`"
    );
    assert_eq!(error.status().unwrap(), 200);
    assert!(std::error::Error::source(&error).is_some());
    let error = client.get_pet("7").send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: HTTP 200 OK: expected Pet at $ (byte 0), found the end"
    );
}

#[test]
fn credentials_go_where_the_scheme_says() {
    let request = |credentials: Option<Credentials>| {
        let mut builder = Client::builder().base_url("http://localhost:1/x/");
        if let Some(credentials) = credentials {
            builder = builder.credentials(credentials);
        }
        builder.build().unwrap().get_pet("7").into_request()
    };
    let sent = request(Some(Credentials::basic("Aladdin", "open sesame"))).unwrap();
    assert_eq!(
        sent.headers()["authorization"],
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    );
    assert_eq!(sent.uri(), "http://localhost:1/x/pets/7");
    let sent = request(Some(Credentials::query("a&b"))).unwrap();
    assert_eq!(sent.uri(), "http://localhost:1/x/pets/7?api%20key=a%26b");
    let error = request(None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: no credentials for it: it takes ApiKey and AccessToken, or Basic, or Query; `.credentials(…)` of the builder sets them"
    );
    assert_eq!(error.kind(), ErrorKind::Request);
}

#[test]
fn secrets_are_never_printed() {
    let credentials = Credentials::new("s3cret-1", "s3cret-2");
    let client = Client::builder()
        .account("acme")
        .credentials(credentials.clone())
        .build()
        .unwrap();
    let call = client.get_pet("7");
    let printed = format!("{credentials:?} {client:?} {call:?}");
    assert!(!printed.contains("s3cret"), "{printed}");
    assert!(printed.contains("[redacted]"), "{printed}");
}

#[test]
fn a_client_that_cannot_work_is_not_built() {
    let error = |builder: super::petstore::ClientBuilder| builder.build().unwrap_err().to_string();
    assert_eq!(
        error(Client::builder()),
        "the server `https://{account}.example.com/v2` needs a value for `account`; `.account(…)` sets it"
    );
    type Set = fn(&mut CoreBuilder);
    let cases: [(&str, Set); 7] = [
        ("account", |core| core.variable("account", "a b".into())),
        ("base_url", |core| core.base_url("example.com".into())),
        ("header", |core| core.header("a b".into(), "c".into())),
        ("header", |core| core.header("a".into(), "\n".into())),
        ("user_agent", |core| core.user_agent("\n".into())),
        ("rate_limit", |core| {
            core.rate_limit(0, Duration::from_secs(1))
        }),
        ("max_concurrent", |core| core.max_concurrent(0)),
    ];
    for (setter, set) in cases {
        let mut core = CoreBuilder::new(API_REF);
        core.variable("account", "acme".into());
        set(&mut core);
        let error = core.build().unwrap_err().to_string();
        let remedy = format!("; `.{setter}(…)` sets it");
        assert!(error.ends_with(&remedy), "{error}");
    }
    for account in ["evil.com/?", "a@b", "a b", "a#", ""] {
        assert!(
            Client::builder().account(account).build().is_err(),
            "{account}"
        );
    }
    for url in [
        "",
        "example.com",
        "ftp://h",
        "http://",
        "http://u:p@h",
        "http://h/ /",
        "https:///x",
    ] {
        assert!(Client::builder().base_url(url).build().is_err(), "{url}");
    }
    assert!(
        Client::builder()
            .base_url("HTTP://[::1]:80/v2")
            .build()
            .is_ok()
    );
}

#[test]
fn responses_got_elsewhere_can_be_read() {
    let response = http::Response::builder()
        .status(200)
        .body(REX.into())
        .unwrap();
    assert_eq!(
        super::petstore::GetPet::from_response(response)
            .unwrap()
            .name,
        "Rex"
    );
    let response = http::Response::builder()
        .status(500)
        .body("".into())
        .unwrap();
    let error = super::petstore::GetPet::from_response(response).unwrap_err();
    assert_eq!(
        error.to_string(),
        "HTTP 500 Internal Server Error: no explanation given"
    );
}

#[test]
fn an_error_is_told_by_what_the_body_says() {
    let cases = [
        (
            r#"{"errors": [{"code": 7, "detail": "no such pet"}]}"#,
            "no such pet",
        ),
        (
            r#"{"status": 500, "result": {"problems": [{"message": "out of pets"}]}}"#,
            "out of pets",
        ),
        // Below a name that says nothing a bare text explains nothing, so the body is shown.
        (r#"{"tags": ["a", "b"]}"#, r#"{"tags": ["a", "b"]}"#),
        (
            r#"{"a":{"a":{"a":{"a":{"a":{"a":{"message":"deep"}}}}}}}"#,
            r#"{"a":{"a":{"a":{"a":{"a":{"a":{"message":"deep"}}}}}}}"#,
        ),
    ];
    for (body, expected) in cases {
        let response = http::Response::builder()
            .status(500)
            .body(body.into())
            .unwrap();
        let error = super::petstore::GetPet::from_response(response).unwrap_err();
        let line = format!("HTTP 500 Internal Server Error: {expected}");
        assert_eq!(error.to_string(), line);
    }
}

#[tokio::test]
async fn each_call_can_be_changed() {
    let script = Scripted::new().reply(200, REX);
    let sent = client(&script).get_pet("7").customize(|call| {
        call.header("X-Trace", "1");
        call.header("accept", "application/json;v=2");
        call.query("debug mode", "a&b");
        call.base_url("http://other:8080/api");
        call.timeout(Duration::from_secs(5));
    });
    sent.send().await.unwrap();
    let request = &script.requests()[0];
    assert_eq!(
        request.uri(),
        "http://other:8080/api/pets/7?debug%20mode=a%26b"
    );
    assert_eq!(request.headers()["x-trace"], "1");
    assert_eq!(request.headers()["accept"], "application/json;v=2");
}

#[tokio::test]
async fn no_connection_is_an_error_of_its_own() {
    let script = Scripted::new().fail(Stage::Exchange);
    let error = client(&script)
        .create_pet(&Pet::new(1, "A", None))
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.to_string(),
        "createPet: the connection failed: as scripted"
    );
    assert!(error.is_retryable() && error.failure().is_none() && error.status().is_none());
    let failure: Option<CreatePetError> = error.into_failure();
    assert_eq!(failure, None);
}

#[test]
fn errors_are_small_and_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<crate::runtime::Error<GetPetError>>();
    crosses::<Client>();
    assert!(size_of::<crate::runtime::Error<GetPetError>>() <= 16);
    let boxed: Box<dyn std::error::Error + Send + Sync> = Client::builder()
        .base_url("http://h")
        .build()
        .unwrap()
        .get_pet("")
        .into_request()
        .unwrap_err()
        .into();
    assert!(boxed.to_string().contains("petId"));
}
