//! Every documented status, with the document's own example.
//!
//! Input: the responses of `spec/`. Output: passes if each reaches the output or the variant written here, with status,
//! headers and body at hand. Invariant: a documented response without a line here is a failure.

use activity_logs::runtime::Operation as _;
use activity_logs::runtime::{Error, ErrorKind, Response, Value, Wire};
use activity_logs::{exavault, json, snaplogic, thousandeyes, tiledb};
use bytes::Bytes;
use std::fmt::Debug;

use super::spec;

/// Operation, status in the document, a status to try it with, and what it is read as: the output, or a variant.
const EXPECTED: &[(&str, &str, u16, &str)] = &[
    ("getSessionLogs", "200", 200, "SessionActivityResponse"),
    ("getSessionLogs", "400", 400, "BadRequest(ErrorResponse"),
    ("getSessionLogs", "401", 401, "Unauthorized(ErrorResponse"),
    ("getSessionLogs", "403", 403, "Forbidden(ErrorResponse"),
    ("getSessionLogs", "404", 404, "NotFound(ErrorResponse"),
    (
        "getSessionLogs",
        "429",
        429,
        "TooManyRequests(ErrorResponse",
    ),
    (
        "getSessionLogs",
        "500",
        500,
        "InternalServerError(ErrorResponse",
    ),
    (
        "getSessionLogs",
        "503",
        503,
        "ServiceUnavailable(ErrorResponse",
    ),
    ("getWebhookLogs", "200", 200, "WebhookActivityResponse"),
    ("getWebhookLogs", "400", 400, "BadRequest(ErrorResponse"),
    ("getWebhookLogs", "401", 401, "Unauthorized(ErrorResponse"),
    ("getWebhookLogs", "403", 403, "Forbidden(ErrorResponse"),
    ("getWebhookLogs", "404", 404, "NotFound(ErrorResponse"),
    (
        "getWebhookLogs",
        "429",
        429,
        "TooManyRequests(ErrorResponse",
    ),
    (
        "getWebhookLogs",
        "500",
        500,
        "InternalServerError(ErrorResponse",
    ),
    (
        "getWebhookLogs",
        "503",
        503,
        "ServiceUnavailable(ErrorResponse",
    ),
    ("getUserEvents", "200", 200, "AuditUserEvents"),
    ("getUserEvents", "400", 400, "BadRequest(ValidationError"),
    (
        "getUserEvents",
        "401",
        401,
        "Unauthorized(UnauthorizedError",
    ),
    ("getUserEvents", "403", 403, "Forbidden(ErrorModel"),
    ("getUserEvents", "404", 404, "NotFound(ErrorModel"),
    ("getUserEvents", "429", 429, "TooManyRequests(ErrorModel"),
    (
        "getUserEvents",
        "500",
        500,
        "InternalServerError(ErrorModel",
    ),
    ("arrayActivityLog", "200", 200, "ArrayActivityLogData"),
    ("arrayActivityLog", "502", 502, "BadGateway"),
    ("arrayActivityLog", "default", 404, "Default(ErrorModel"),
    ("getActivities", "200", 200, "ActivitiesResponse"),
    ("getActivities", "default", 404, "Default(ErrorResponse"),
];

/// What was read: as text, and as JSON again if it was a success.
struct Read {
    text: String,
    status: u16,
    request: Option<String>,
    output: Option<Value>,
    body: Option<Bytes>,
}

fn read<T: Debug + Wire, E: Debug>(outcome: Result<Response<T>, Error<E>>) -> Read {
    let header = |headers: &http::HeaderMap| {
        headers
            .get("x-probe")
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    };
    match outcome {
        Ok(response) => Read {
            text: format!("{:?}", *response),
            status: response.status().as_u16(),
            request: header(response.headers()),
            output: Some(json::to_value(&*response)),
            body: None,
        },
        Err(error) => Read {
            text: error
                .failure()
                .map(|failure| format!("{failure:?}"))
                .unwrap_or_else(|| error.to_string()),
            status: error.status().map_or(0, |status| status.as_u16()),
            request: error.headers().and_then(header),
            output: None,
            body: error.body().cloned(),
        },
    }
}

fn respond(operation: &str, response: http::Response<Bytes>) -> Read {
    match operation {
        "getSessionLogs" => read(exavault::activity::GetSessionLogs::from_response(response)),
        "getWebhookLogs" => read(exavault::activity::GetWebhookLogs::from_response(response)),
        "getUserEvents" => read(thousandeyes::user_events::GetUserEvents::from_response(
            response,
        )),
        "arrayActivityLog" => read(tiledb::array::ArrayActivityLog::from_response(response)),
        "getActivities" => read(snaplogic::activities::GetActivities::from_response(
            response,
        )),
        other => panic!("{other} is new"),
    }
}

fn response(status: u16, media: &str, body: impl Into<Bytes>) -> http::Response<Bytes> {
    http::Response::builder()
        .status(status)
        .header("content-type", media)
        .header("x-probe", "42")
        .body(body.into())
        .expect("a response")
}

#[test]
fn every_documented_response() {
    let mut seen = Vec::new();
    for api in spec::APIS {
        for answer in spec::answers(&spec::document(api)) {
            let place = format!("{} {}", answer.operation, answer.status);
            let fits = |line: &&(&str, &str, u16, &str)| {
                line.0 == answer.operation && line.1 == answer.status
            };
            let expected = EXPECTED.iter().find(fits);
            let (_, _, status, variant) = expected.unwrap_or_else(|| panic!("{place} has no line"));
            let (media, example) = answer.body.unwrap_or_default();
            let body = if example.is_null() {
                Bytes::new()
            } else {
                example.to_string().into()
            };
            let read = respond(&answer.operation, response(*status, &media, body.clone()));
            assert!(read.text.starts_with(variant), "{place}: {}", read.text);
            assert_eq!(
                (read.status, read.request.as_deref()),
                (*status, Some("42")),
                "{place}"
            );
            if *status < 400 {
                assert_eq!(read.output, Some(example), "{place}");
            } else {
                assert_eq!(read.body, Some(body), "{place}");
            }
            seen.push((answer.operation, answer.status));
        }
    }
    seen.dedup();
    assert_eq!(seen.len(), EXPECTED.len(), "{seen:?}");
}

#[test]
fn what_the_document_does_not_name_keeps_its_body() {
    let read = respond(
        "getSessionLogs",
        response(418, "text/plain", "short and stout"),
    );
    assert_eq!((read.text.as_str(), read.status), ("Undocumented", 418));
    assert_eq!(read.body.as_deref(), Some(b"short and stout".as_slice()));
    // A gateway's page in place of the documented envelope.
    let read = respond("getUserEvents", response(500, "text/html", "<h1>500</h1>"));
    assert_eq!((read.text.as_str(), read.status), ("Undocumented", 500));
}

#[test]
fn a_body_of_another_shape_is_an_error_that_says_where() {
    let body = r#"{"data": [{"id": 1}, {"id": "two"}]}"#;
    let error =
        exavault::activity::GetSessionLogs::from_response(response(200, "application/json", body))
            .expect_err("not a number");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.decode_error().map(|error| error.path()).as_deref(),
        Some("$.data[1].id")
    );
    assert_eq!(
        (
            error.status().map(|status| status.as_u16()),
            error.body().map(|body| &body[..])
        ),
        (Some(200), Some(body.as_bytes()))
    );
    assert!(
        error.to_string().contains("$.data[1].id") && !error.to_string().contains('\n'),
        "{error}"
    );
    let cut = tiledb::array::ArrayActivityLog::from_response(response(
        200,
        "application/json",
        r#"{"activitylogs": [{"#,
    ));
    assert_eq!(cut.expect_err("half a body").kind(), ErrorKind::Decode);
}
