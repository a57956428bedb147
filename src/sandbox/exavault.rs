//! ExaVault, API v2: `GET /activity/session` and `GET /activity/webhooks`.
//!
//! Input: both key headers and the documented filters. Output: pages by offset and limit, newest first unless sorted.
//! Invariant: `totalResults` is always 0, so only a short page tells the end.

mod rows;

use std::time::Duration;

use activity_logs::exavault::fake::{self, activity};
use activity_logs::runtime::fake::{Answer, Place, Problem, Received};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::data::{Row, sort};
use super::limit::Limits;
use super::server::House;
use super::wire::{self, Response, answer, at_least, glob, instant, invalid, reply, text};

/// The accepted `ev-api-key`.
pub const API_KEY: &str = "sandbox-Kq3vTz81LmXw0bYe";
/// An `ev-access-token` that may read the logs.
pub const ACCESS_TOKEN: &str = "5f1d0c7ae9b2486c8d3370f2ab64e915";
/// An `ev-access-token` of a user who may not read the logs: 403.
pub const LIMITED_TOKEN: &str = "0b7e4d92f6a1453e9c08d15a7f3e62bb";
/// Rows in the session log.
pub const SESSIONS: usize = 130;
/// Rows in the webhook log.
pub const WEBHOOKS: usize = 120;
/// Rows per page where the request does not say.
pub const DEFAULT_LIMIT: usize = 25;

pub(crate) const HOUSE: House = House {
    base: "/api/v2",
    voice,
    limits: Some(Limits {
        requests: 10_000,
        window: Duration::from_secs(24 * 60 * 60),
        limit: "x-ratelimit-limit",
        remaining: "x-ratelimit-remaining",
        reset: None,
    }),
    credentials: &[
        ("ev-api-key", API_KEY),
        ("ev-access-token", ACCESS_TOKEN),
        ("ev-access-token (403)", LIMITED_TOKEN),
    ],
};

/// Its generated server, with the data and the filters.
pub(crate) fn server() -> fake::Server {
    let (sessions, webhooks) = (rows::sessions(), rows::webhooks());
    fake::Server::new()
        .secret("ApiKey", API_KEY)
        .secret("AccessToken", ACCESS_TOKEN)
        .secret("AccessToken", LIMITED_TOKEN)
        .get_session_logs(move |request| {
            limited(&request.received, || list_sessions(&sessions, request))
        })
        .get_webhook_logs(move |request| {
            limited(&request.received, || list_webhooks(&webhooks, request))
        })
}

fn voice(problem: &Problem) -> Response {
    let status = problem.status();
    let code = match status {
        400 => "ERROR_INVALID_PARAMETER",
        401 => "ERROR_INVALID_CREDENTIALS",
        403 => "ERROR_INSUFFICIENT_PRIVILEGES",
        404 => "ERROR_NOT_FOUND",
        429 => "ERROR_TOO_MANY_REQUESTS",
        503 => "ERROR_SERVICE_UNAVAILABLE",
        _ => "ERROR_INTERNAL",
    };
    let detail = match wire::parameter(problem) {
        _ if status == 401 => "HTTP_UNAUTHORIZED".to_owned(),
        Some(name) => format!("{name}: {}", problem.reason()),
        None => wire::detail(problem).to_owned(),
    };
    let body = json!({"responseStatus": status, "errors": [{"code": code, "detail": detail}]});
    reply(status, "application/json", &body)
}

/// The answer to those who may read the logs.
fn limited<T, E>(
    request: &Received,
    list: impl FnOnce() -> Result<Value, Problem>,
) -> Answer<T, E> {
    if request.credential("AccessToken").as_deref() == Some(LIMITED_TOKEN) {
        let reason = "This user may not read the activity logs.";
        return Answer::refused(Problem::new(403, Place::Credentials, reason));
    }
    answer(list())
}

fn list_sessions(
    rows: &[Row],
    request: &activity::GetSessionLogsReceived,
) -> Result<Value, Problem> {
    let fields = [
        ("date", ""),
        ("username", "/attributes/username"),
        ("type", "/attributes/operation"),
        ("ipAddress", "/attributes/ipAddress"),
        ("path", "/attributes/fileName"),
    ];
    let files = ["/attributes/fileName", "/attributes/fileSource"];
    let kind = request.r#type.as_ref().map(|kind| kind.as_str());
    let mut rows = within(
        rows,
        instant(&request.start_date),
        instant(&request.end_date),
    )?;
    rows.retain(|row| {
        row.fits(text(&request.ip_address), "/attributes/ipAddress")
            && row.fits(text(&request.username), "/attributes/username")
            && row.fits(kind, "/attributes/operation")
            && under(row, text(&request.path), &files)
    });
    sort(&mut rows, text(&request.sort).unwrap_or("-date"), &fields)?;
    page(&rows, request.offset, request.limit)
}

fn list_webhooks(
    rows: &[Row],
    request: &activity::GetWebhookLogsReceived,
) -> Result<Value, Problem> {
    let fields = [
        ("date", ""),
        ("event", "/attributes/event"),
        ("statusCode", "/attributes/status"),
        ("username", "/attributes/username"),
        ("endpointUrl", "/attributes/endpointUrl"),
        ("resourcePath", "/attributes/resourcePath"),
    ];
    let event = request.event.as_ref().map(|event| event.as_str());
    let mut rows = within(
        rows,
        instant(&request.start_date),
        instant(&request.end_date),
    )?;
    rows.retain(|row| {
        let status = row.body.pointer("/attributes/status");
        row.fits(text(&request.endpoint_url), "/attributes/endpointUrl")
            && row.fits(event, "/attributes/event")
            && row.fits(text(&request.username), "/attributes/username")
            && (request.status_code).is_none_or(|wanted| status == Some(&json!(wanted)))
            && under(
                row,
                text(&request.resource_path),
                &["/attributes/resourcePath"],
            )
    });
    sort(&mut rows, text(&request.sort).unwrap_or("-date"), &fields)?;
    page(&rows, request.offset, request.limit)
}

fn within(
    rows: &[Row],
    start: Option<Timestamp>,
    end: Option<Timestamp>,
) -> Result<Vec<&Row>, Problem> {
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        return Err(invalid("endDate", "lies before startDate"));
    }
    let fits = |row: &&Row| {
        start.is_none_or(|start| start <= row.at) && end.is_none_or(|end| row.at <= end)
    };
    Ok(rows.iter().filter(fits).collect())
}

fn under(row: &Row, pattern: Option<&str>, pointers: &[&str]) -> bool {
    let mut paths = pointers.iter().filter_map(|pointer| row.text(pointer));
    pattern.is_none_or(|pattern| paths.any(|path| glob(pattern, path)))
}

fn page(rows: &[&Row], offset: Option<i64>, limit: Option<i64>) -> Result<Value, Problem> {
    let offset = at_least(0, "offset", offset)?.unwrap_or(0);
    let limit = at_least(1, "limit", limit)?.unwrap_or(DEFAULT_LIMIT);
    let data = rows.iter().skip(offset).take(limit).map(|row| &row.body);
    let data: Vec<&Value> = data.collect();
    Ok(
        json!({"responseStatus": 200, "returnedResults": data.len(), "totalResults": 0, "data": data}),
    )
}
