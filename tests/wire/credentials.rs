//! Secrets: sent where they belong, shown nowhere.
//!
//! Input: credentials and clients made from them. Output: passes if no way of printing gives a secret away, and a call without
//! credentials is refused before anything is sent. Invariant: every kind of credentials is here.

use std::fmt::Debug;

use activity_logs::runtime::ErrorKind;
use activity_logs::{exavault, snaplogic, thousandeyes, tiledb};

const SECRET: &str = "hunter2-Tr0ub4dor";

fn assert_silent(what: &impl Debug) {
    for text in [format!("{what:?}"), format!("{what:#?}")] {
        assert!(!text.is_empty() && !text.contains(SECRET), "{text}");
        // `:hunter2-Tr0ub4dor` and `hunter2-Tr0ub4dor` in base64, whatever comes before.
        assert!(
            !text.contains("aHVudGVyMi1Ucj") && !text.contains("h1bnRlcjItVHIw"),
            "{text}"
        );
    }
}

macro_rules! silent {
    ($api:ident, $credentials:expr, |$client:ident| $request:expr) => {{
        let credentials = $credentials;
        assert_silent(&credentials);
        let builder = $api::Client::builder()
            .base_url("http://127.0.0.1:1")
            .credentials(credentials.clone());
        assert_silent(&builder);
        let $client = builder.build().expect("a client");
        assert_silent(&$client);
        assert_silent(&$request);
        let error = $request.customize(|call| call.retry(activity_logs::runtime::Retry::never()));
        assert_silent(&error.send().await.expect_err("nobody listens there"));
    }};
}

#[tokio::test]
async fn printing_shows_no_secret() {
    silent!(
        exavault,
        exavault::Credentials::new(SECRET, SECRET),
        |client| client.get_session_logs()
    );
    silent!(
        thousandeyes,
        thousandeyes::Credentials::new(SECRET),
        |client| client.get_user_events()
    );
    silent!(tiledb, tiledb::Credentials::api_key(SECRET), |client| {
        client.array_activity_log("n", "a")
    });
    silent!(tiledb, tiledb::Credentials::basic("", SECRET), |client| {
        client.array_activity_log("n", "a")
    });
    silent!(
        snaplogic,
        snaplogic::Credentials::basic("", SECRET),
        |client| client.get_activities("o")
    );
    silent!(
        snaplogic,
        snaplogic::Credentials::bearer(SECRET),
        |client| client.get_activities("o")
    );
}

#[tokio::test]
async fn without_credentials_nothing_is_sent() {
    let recorder = super::recorder::Recorder::start("200 OK", "application/json", "{}");
    let client = thousandeyes::Client::builder()
        .base_url(recorder.url.as_str())
        .build()
        .expect("a client");
    let error = client
        .get_user_events()
        .send()
        .await
        .expect_err("there is no token");
    assert_eq!(error.kind(), ErrorKind::Request);
    // The only request the recorder has seen is this one, by hand.
    reqwest::get(format!("{}/by-hand", recorder.url))
        .await
        .expect("an answer");
    assert_eq!(recorder.only().0, "GET /by-hand HTTP/1.1");
}
