//! What a server answers by itself.

use std::collections::BTreeSet;

use activity_logs::{exavault, snaplogic, thousandeyes, tiledb};

use super::{exavault_client, paths, spec, tiledb_client};

#[tokio::test]
async fn every_operation_of_the_documents_answers_with_its_example() {
    let mut called = BTreeSet::new();
    let server = exavault::fake::Server::new().start().await.expect("a port");
    let client = exavault_client(server.url());
    let sessions = client.get_session_logs().send().await.expect("a page");
    assert_eq!(sessions.data.as_ref().map(Vec::len), Some(3));
    let webhooks = client.get_webhook_logs().send().await.expect("a page");
    assert_eq!(webhooks.data.as_ref().map(Vec::len), Some(3));
    called.extend(server.received().iter().filter_map(|one| one.operation()));

    let server = thousandeyes::fake::Server::new()
        .start()
        .await
        .expect("a port");
    let client = thousandeyes::Client::builder()
        .base_url(server.url())
        .credentials(thousandeyes::Credentials::new("token"))
        .build()
        .expect("a client");
    let events = client.get_user_events().send().await.expect("a page");
    assert_eq!(events.audit_events.as_ref().map(Vec::len), Some(1));
    called.extend(server.received().iter().filter_map(|one| one.operation()));

    let server = tiledb::fake::Server::new().start().await.expect("a port");
    let request = tiledb_client(server.url()).array_activity_log("n", "s3://b/ü & 100%/a?b#c");
    let page = request.send().await.expect("a page");
    assert_eq!(page.activitylogs.as_ref().map(Vec::len), Some(2));
    called.extend(server.received().iter().filter_map(|one| one.operation()));

    let server = snaplogic::fake::Server::new()
        .start()
        .await
        .expect("a port");
    let client = snaplogic::Client::builder()
        .base_url(server.url())
        .credentials(snaplogic::Credentials::basic("", "secret"))
        .build()
        .expect("a client");
    client
        .get_activities("Acme Org")
        .send()
        .await
        .expect("a page");
    assert!(server.problems().is_empty());
    called.extend(server.received().iter().filter_map(|one| one.operation()));

    let mut documented = BTreeSet::new();
    for api in ["exavault", "snaplogic", "thousandeyes", "tiledb"] {
        let document = spec::document(api);
        documented.extend(spec::operations(&document).map(|(id, _)| id.to_owned()));
    }
    let called: BTreeSet<String> = called.into_iter().map(str::to_owned).collect();
    assert_eq!(called, documented);
}

#[tokio::test]
async fn the_example_is_that_of_the_document_word_for_word() {
    let document = spec::document("exavault");
    let example = "/paths/~1activity~1session/get/responses/200/content/application~1json/example";
    let server = exavault::fake::Server::new()
        .accept_any_credentials()
        .start()
        .await
        .expect("a port");
    let url = format!("{}/activity/session", server.url());
    let (status, headers, text) = super::send(super::by_hand().get(url)).await;
    assert_eq!(
        (status, &headers["content-type"]),
        (200, &"application/json".parse().expect("text"))
    );
    let sent: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(Some(&sent), document.pointer(example));
}

#[tokio::test]
async fn a_client_needs_no_connection() {
    let local = exavault::fake::Server::new().transport();
    let client = exavault::Client::builder()
        .account("acme")
        .credentials(exavault::Credentials::new("key", "token"))
        .transport(local.clone())
        .build()
        .expect("a client");
    // The path of the document's server is none of the operation's.
    let error = client.get_session_logs().send().await.expect_err("404");
    assert_eq!(error.status(), Some(http::StatusCode::NOT_FOUND));
    assert_eq!(local.received().len(), 1);
    let local = exavault::fake::Server::new()
        .base_path("/api/v2")
        .transport();
    let client = exavault::Client::builder()
        .account("acme")
        .credentials(exavault::Credentials::new("key", "token"))
        .transport(local)
        .build()
        .expect("a client");
    client.get_session_logs().send().await.expect("a page");
}

#[tokio::test]
async fn requests_are_written_down_without_their_secrets() {
    let server = exavault::fake::Server::new().start().await.expect("a port");
    let request = exavault_client(server.url()).get_session_logs().limit(3);
    request.send().await.expect("a page");
    assert_eq!(paths(&server), ["/activity/session?limit=3"]);
    let received = server.received();
    let received = received.first().expect("one");
    assert_eq!(received.header("ev-api-key"), Some("key"));
    assert_eq!(received.credential("AccessToken").as_deref(), Some("token"));
    assert_eq!(
        (received.method().as_str(), received.status()),
        ("GET", 200)
    );
    assert_eq!(received.parameter("limit"), Ok(Some(3)));
    let shown = format!("{received:?} {:?}", received.headers());
    assert!(shown.contains("\"ev-api-key\": Sensitive"), "{shown}");
    assert!(!shown.contains("\"token\""), "{shown}");
}
