//! Trouble on demand.

use std::time::{Duration, Instant};

use activity_logs::exavault;
use activity_logs::runtime::fake::Fault;
use activity_logs::runtime::{ErrorKind, Retry};

use super::exavault_client;

#[tokio::test]
async fn a_status_comes_with_the_calls_named_and_its_headers() {
    let fault = Fault::status(429).header("retry-after", "1").on(1..=2);
    let server = exavault::fake::Server::new()
        .fault(fault)
        .start()
        .await
        .expect("a port");
    let client = exavault_client(server.url());
    let mut statuses = Vec::new();
    for _ in 0..4 {
        match client.get_session_logs().send().await {
            Ok(response) => statuses.push(response.status().as_u16()),
            Err(error) => {
                assert_eq!(error.headers().expect("headers")["retry-after"], "1");
                statuses.push(error.status().expect("a status").as_u16());
            }
        }
    }
    assert_eq!(statuses, [200, 429, 429, 200]);
    let seen: Vec<u16> = server.received().iter().map(|one| one.status()).collect();
    assert_eq!(seen, statuses);
}

#[tokio::test]
async fn an_operation_has_calls_of_its_own() {
    let fault = Fault::status(503).on(1..).of("getWebhookLogs");
    let server = exavault::fake::Server::new()
        .fault(fault)
        .start()
        .await
        .expect("a port");
    let client = exavault_client(server.url());
    client
        .get_session_logs()
        .send()
        .await
        .expect("another operation");
    client
        .get_webhook_logs()
        .send()
        .await
        .expect("its first call");
    client
        .get_webhook_logs()
        .send()
        .await
        .expect_err("its second");
    client
        .get_session_logs()
        .send()
        .await
        .expect("another operation");
}

#[tokio::test]
async fn broken_answers_are_errors_and_the_next_one_is_whole() {
    let cases = [
        (Fault::cut(), ErrorKind::Transport),
        (Fault::reset(), ErrorKind::Transport),
        (Fault::content_length(1 << 20), ErrorKind::Transport),
        (Fault::content_length(7), ErrorKind::Decode),
        (Fault::malformed(), ErrorKind::Decode),
    ];
    for (fault, kind) in cases {
        let name = format!("{fault:?}");
        let server = exavault::fake::Server::new().fault(fault.on(..1));
        let server = server.start().await.expect("a port");
        let client = exavault_client(server.url());
        let error = client.get_session_logs().send().await.expect_err(&name);
        assert_eq!(error.kind(), kind, "{name}: {error}");
        client.get_session_logs().send().await.expect(&name);
    }
}

#[tokio::test]
async fn without_a_connection_it_breaks_in_the_same_way() {
    for fault in [
        Fault::cut(),
        Fault::reset(),
        Fault::content_length(7),
        Fault::malformed(),
    ] {
        let name = format!("{fault:?}");
        let local = exavault::fake::Server::new()
            .fault(fault.on(..1))
            .transport();
        let client = exavault::Client::builder()
            .base_url("http://nowhere.test")
            .credentials(exavault::Credentials::new("key", "token"))
            .retry(Retry::never())
            .transport(local)
            .build()
            .expect("a client");
        client.get_session_logs().send().await.expect_err(&name);
        client.get_session_logs().send().await.expect(&name);
    }
}

#[tokio::test]
async fn slow_answers_arrive_whole() {
    let pause = Duration::from_millis(1);
    let faults = [
        Fault::slow_body(100, pause),
        Fault::delay(Duration::from_millis(50)),
    ];
    for fault in faults {
        let server = exavault::fake::Server::new()
            .fault(fault)
            .start()
            .await
            .expect("a port");
        let began = Instant::now();
        let response = exavault_client(server.url())
            .get_session_logs()
            .send()
            .await;
        assert_eq!(
            response.expect("a page").data.as_ref().map(Vec::len),
            Some(3)
        );
        assert!(
            began.elapsed() >= Duration::from_millis(8),
            "{:?}",
            began.elapsed()
        );
    }
}

#[tokio::test]
async fn dropping_a_server_waits_for_nobody() {
    let fault = Fault::delay(Duration::from_secs(60));
    let server = exavault::fake::Server::new()
        .fault(fault)
        .start()
        .await
        .expect("a port");
    let client = exavault_client(server.url());
    let waiting = tokio::spawn(async move { client.get_session_logs().send().await.is_err() });
    tokio::task::yield_now().await;
    let began = Instant::now();
    drop(server);
    assert!(
        waiting.await.expect("the task ends"),
        "the connection is closed"
    );
    assert!(began.elapsed() < Duration::from_secs(10));
}
