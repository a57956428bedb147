//! What leaves the machine: whole requests, as a socket sees them.
//!
//! Input: one call of each operation with each of its credentials. Output: passes if the request line and all headers are
//! those written here. Invariant: a header that nobody asked for is a failure.

use activity_logs::{exavault, snaplogic, thousandeyes, tiledb};

use super::recorder::Recorder;

const AGENT: &str = concat!("user-agent: activity-logs/", env!("CARGO_PKG_VERSION"));

/// The request that was recorded, if its headers are those given beside the usual ones.
fn assert_sent(recorder: &Recorder, line: &str, accept: &str, credentials: &[&str]) {
    let (first, mut headers) = recorder.only();
    assert_eq!(first, format!("GET {line} HTTP/1.1"));
    let host = format!("host: {}", recorder.url.trim_start_matches("http://"));
    let mut expected = vec![format!("accept: {accept}"), AGENT.to_owned(), host];
    expected.extend(credentials.iter().map(|header| (*header).to_owned()));
    // The tests of the generator, compiled along, have reqwest know more encodings.
    let prefix = "accept-encoding: ";
    let encodings = headers.iter().position(|line| line.starts_with(prefix));
    let encodings = headers.remove(encodings.expect("what it can decode"));
    let mut encodings: Vec<&str> = encodings[prefix.len()..]
        .split(',')
        .map(str::trim)
        .collect();
    encodings.retain(|encoding| !["br", "zstd"].contains(encoding));
    assert_eq!(encodings, ["gzip"]);
    expected.sort();
    assert_eq!(headers, expected);
}

#[tokio::test]
async fn exavault_sends_both_keys() {
    for webhooks in [false, true] {
        let recorder = Recorder::start("200 OK", "application/json", "{}");
        let client = exavault::Client::builder()
            .base_url(recorder.url.as_str())
            .credentials(exavault::Credentials::new("the-key", "the-token"))
            .build()
            .expect("a client");
        let path = if webhooks {
            client
                .get_webhook_logs()
                .limit(3)
                .send()
                .await
                .expect("an answer");
            "/activity/webhooks?limit=3"
        } else {
            client
                .get_session_logs()
                .limit(3)
                .send()
                .await
                .expect("an answer");
            "/activity/session?limit=3"
        };
        assert_sent(
            &recorder,
            path,
            "application/json",
            &["ev-api-key: the-key", "ev-access-token: the-token"],
        );
    }
}

#[tokio::test]
async fn thousandeyes_sends_a_bearer_token_and_takes_every_documented_type() {
    let recorder = Recorder::start("200 OK", "application/hal+json", "{}");
    let client = thousandeyes::Client::builder()
        .base_url(recorder.url.as_str())
        .credentials(thousandeyes::Credentials::new("the-token"))
        .build()
        .expect("a client");
    client
        .get_user_events()
        .window("2w")
        .send()
        .await
        .expect("an answer");
    let accept = "application/json, application/hal+json, application/problem+json";
    assert_sent(
        &recorder,
        "/audit-user-events?window=2w",
        accept,
        &["authorization: Bearer the-token"],
    );
}

#[tokio::test]
async fn tiledb_sends_a_key_or_a_password() {
    let cases = [
        (
            tiledb::Credentials::api_key("the-key"),
            "x-tiledb-rest-api-key: the-key",
        ),
        // `Aladdin:open sesame`, the example of RFC 7617; then its example of a password beyond ASCII.
        (
            tiledb::Credentials::basic("Aladdin", "open sesame"),
            "authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        (
            tiledb::Credentials::basic("test", "123£"),
            "authorization: Basic dGVzdDoxMjPCow==",
        ),
    ];
    for (credentials, header) in cases {
        let recorder = Recorder::start("200 OK", "application/json", "{}");
        let client = tiledb::Client::builder()
            .base_url(recorder.url.as_str())
            .credentials(credentials)
            .build()
            .expect("a client");
        client
            .array_activity_log("acme", "s3://b/a")
            .send()
            .await
            .expect("an answer");
        assert_sent(
            &recorder,
            "/arrays/acme/s3%3A%2F%2Fb%2Fa/activity",
            "application/json",
            &[header],
        );
    }
}

#[tokio::test]
async fn snaplogic_sends_a_password_or_a_token() {
    let cases = [
        (
            snaplogic::Credentials::basic("Aladdin", "open sesame"),
            "authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        (
            snaplogic::Credentials::bearer("the.jwt"),
            "authorization: Bearer the.jwt",
        ),
    ];
    for (credentials, header) in cases {
        let recorder = Recorder::start("200 OK", "application/json", "{}");
        let client = snaplogic::Client::builder()
            .base_url(recorder.url.as_str())
            .credentials(credentials)
            .build()
            .expect("a client");
        let request = client.get_activities("Acme Org").filter_is_alert(true);
        let request = request.customize(|call| call.header("x-probe", "1"));
        request.send().await.expect("an answer");
        assert_sent(
            &recorder,
            "/activities/Acme%20Org?filter_is_alert=true",
            "application/json",
            &[header, "x-probe: 1"],
        );
    }
}
