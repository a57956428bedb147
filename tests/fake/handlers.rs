//! Handlers: what they are given, and what they can answer.

use activity_logs::exavault::activity::GetSessionLogsError;
use activity_logs::exavault::models::{ErrorResponse, OperationType, SessionActivityResponse};
use activity_logs::runtime::fake::{Answer, Place, Problem};
use activity_logs::tiledb::models::ActivityEventType;
use activity_logs::{exavault, tiledb};

use super::{exavault_client, tiledb_client};

fn page(rows: i64) -> SessionActivityResponse {
    let mut page = SessionActivityResponse::new();
    page.returned_results = Some(rows);
    page
}

#[tokio::test]
async fn parameters_come_typed_and_models_go() {
    let server = exavault::fake::Server::new().get_session_logs(|request| {
        assert_eq!(request.r#type, Some(OperationType::EditShare));
        assert_eq!(request.path.as_deref(), Some("/a b*&=ü"));
        assert_eq!(request.received.path(), "/activity/session");
        let start = request.start_date.as_ref().expect("a date");
        assert_eq!(start.as_str(), "2019-10-18T06:48:40Z");
        page(request.limit.unwrap_or(0))
    });
    let server = server.start().await.expect("a port");
    let start: jiff::Timestamp = "2019-10-18T06:48:40Z".parse().expect("a time");
    let request = exavault_client(server.url()).get_session_logs();
    let request = request.start_date(start).r#type(OperationType::EditShare);
    let response = request
        .path("/a b*&=ü")
        .limit(7)
        .send()
        .await
        .expect("a page");
    assert_eq!(response.returned_results, Some(7));
}

#[tokio::test]
async fn lists_and_paths_come_as_they_were_sent() {
    let array = "s3://bucket/ü & 100%/a?b#c";
    let server = tiledb::fake::Server::new().array_activity_log(move |request| {
        assert_eq!(
            (request.namespace.as_str(), request.array.as_str()),
            ("n", array)
        );
        let types = request.event_types.as_ref().expect("two");
        assert_eq!(
            types,
            &[ActivityEventType::Create, ActivityEventType::QueryRead]
        );
        assert_eq!(
            (request.end, request.has_task_id),
            (Some(u64::MAX), Some(true))
        );
        tiledb::models::ArrayActivityLogData::new()
    });
    let server = server.start().await.expect("a port");
    let request = tiledb_client(server.url()).array_activity_log("n", array);
    let types = [ActivityEventType::Create, ActivityEventType::QueryRead];
    let request = request.event_types(types).end(u64::MAX).has_task_id(true);
    request.send().await.expect("what the handler was told");
}

#[tokio::test]
async fn errors_are_those_of_the_document_or_anything() {
    let server = exavault::fake::Server::new()
        .get_session_logs(|request| match request.limit {
            Some(1) => Err(GetSessionLogsError::Forbidden(ErrorResponse::new())),
            _ => Ok(page(0)),
        })
        .get_webhook_logs(|request| match request.limit {
            Some(1) => Answer::status(418).header("x-tea", "green"),
            Some(2) => Answer::raw(http::Response::new("{".into())),
            _ => Answer::success(exavault::models::WebhookActivityResponse::new()),
        });
    let server = server.start().await.expect("a port");
    let client = exavault_client(server.url());
    let error = client
        .get_session_logs()
        .limit(1)
        .send()
        .await
        .expect_err("403");
    assert_eq!(error.status(), Some(http::StatusCode::FORBIDDEN));
    assert!(matches!(
        error.failure(),
        Some(GetSessionLogsError::Forbidden(_))
    ));
    client
        .get_session_logs()
        .limit(2)
        .send()
        .await
        .expect("a page");
    let error = client
        .get_webhook_logs()
        .limit(1)
        .send()
        .await
        .expect_err("418");
    assert_eq!(error.headers().expect("headers")["x-tea"], "green");
    assert!(client.get_webhook_logs().limit(2).send().await.is_err());
    client.get_webhook_logs().send().await.expect("a page");
}

#[tokio::test]
async fn a_handler_can_refuse_as_the_server_does() {
    let server = exavault::fake::Server::new().get_session_logs(|request| {
        let place = Place::Query("sort".to_owned());
        match request.sort.as_deref() {
            Some("colour") => {
                let problem = Problem::new(400, place, "is no field to sort by");
                Answer::refused(problem)
                    .with_status(422)
                    .header("x-hint", "-date")
            }
            _ => Answer::success(page(0)),
        }
    });
    let server = server.start().await.expect("a port");
    let client = exavault_client(server.url());
    let request = client.get_session_logs().sort("colour");
    let error = request.send().await.expect_err("422");
    assert_eq!(error.headers().expect("headers")["x-hint"], "-date");
    let body = error.body().expect("a body");
    let body: serde_json::Value = serde_json::from_slice(body).expect("JSON");
    assert_eq!(body["detail"], "the query's `sort`: is no field to sort by");
    assert_eq!(
        (&body["status"], &body["operation"]),
        (&422.into(), &"getSessionLogs".into())
    );
    assert_eq!(server.problems().len(), 1);
    client.get_session_logs().send().await.expect("a page");
}

#[tokio::test]
async fn a_server_can_be_at_several_paths_and_knows_which_was_meant() {
    let server = exavault::fake::Server::new()
        .base_path("/api/v2")
        .also_at("/")
        .accept_any_credentials()
        .get_session_logs(|request| Answer::status(204).header("x-url", request.received.url()));
    let server = server.start().await.expect("a port");
    let host = server.url().strip_suffix("/api/v2").expect("its path");
    for base in [server.url(), host] {
        let request = super::by_hand().get(format!("{base}/activity/session"));
        let (status, headers, text) = super::send(request).await;
        assert_eq!((status, text.as_str()), (204, ""));
        assert_eq!(headers["x-url"], base);
    }
    let elsewhere = super::by_hand().get(format!("{host}/api/v3/activity/session"));
    assert_eq!(super::send(elsewhere).await.0, 404);
}
