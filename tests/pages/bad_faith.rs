//! Servers that would lead a client in circles, or to somebody else.

use activity_logs::runtime::ErrorKind;
use activity_logs::{exavault, thousandeyes};

use super::recorder::Recorder;

fn thousandeyes_client(url: &str) -> thousandeyes::Client {
    let credentials = thousandeyes::Credentials::new("secret");
    thousandeyes::Client::builder()
        .base_url(url)
        .credentials(credentials)
        .build()
        .expect("a client")
}

fn page(next: &str) -> String {
    format!(
        r#"{{"auditEvents": [{{"event": "one"}}], "_links": {{"next": {{"href": "{next}"}}}}}}"#
    )
}

#[tokio::test]
async fn a_link_to_another_host_gets_no_token() {
    let stranger = Recorder::start("200 OK", "application/json", "{}");
    let server = Recorder::start(
        "200 OK",
        "application/hal+json",
        &page(&format!("{}/take", stranger.url)),
    );
    let mut items = thousandeyes_client(&server.url).get_user_events().items();
    assert!(items.try_next().await.expect("the first page").is_some());
    let error = items.try_next().await.expect_err("not the same host");
    assert_eq!(error.kind(), ErrorKind::Paging);
    reqwest::get(format!("{}/by-hand", stranger.url))
        .await
        .expect("an answer");
    assert_eq!(stranger.only().0, "GET /by-hand HTTP/1.1");
}

#[tokio::test]
async fn a_link_to_itself_ends() {
    let server = Recorder::start(
        "200 OK",
        "application/hal+json",
        &page("/audit-user-events?cursor=again"),
    );
    let mut items = thousandeyes_client(&server.url).get_user_events().items();
    let mut rows = 0;
    let error = loop {
        match items.try_next().await {
            Ok(Some(_)) => rows += 1,
            Ok(None) => panic!("the last page has a link"),
            Err(error) => break error,
        }
        assert!(rows < 10, "it goes on and on");
    };
    assert_eq!(error.kind(), ErrorKind::Paging);
}

#[tokio::test]
async fn an_empty_page_is_the_last() {
    let server = Recorder::start(
        "200 OK",
        "application/json",
        r#"{"data": [], "totalResults": 900}"#,
    );
    let client = exavault::Client::builder()
        .base_url(server.url.as_str())
        .credentials(exavault::Credentials::new("key", "token"))
        .build()
        .expect("a client");
    let mut items = client.get_session_logs().limit(10).items();
    assert!(items.try_next().await.expect("an answer").is_none());
    // One request, and no more.
    assert!(server.only().0.contains("limit=10"));
}
