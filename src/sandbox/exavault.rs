//! ExaVault, API v2: `GET /activity/session` and `GET /activity/webhooks`.
//!
//! Input: both key headers and the documented filters. Output: pages by offset and limit, newest first unless sorted.
//! Invariant: `totalResults` is always 0, so only a short page tells the end.

mod rows;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};

use super::data::{Row, sort};
use super::server::{Api, Limits};
use super::wire::{Invalid, Params, glob, header_is, reply};

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
pub const DEFAULT_LIMIT: u64 = 25;

pub(crate) const API: Api = Api {
    base: "/api/v2",
    router,
    failure,
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

const JSON: &str = "application/json";

struct Site {
    sessions: Vec<Row>,
    webhooks: Vec<Row>,
}

fn router(_: &str) -> Router {
    let site = Site {
        sessions: rows::sessions(),
        webhooks: rows::webhooks(),
    };
    Router::new()
        .route("/activity/session", get(sessions))
        .route("/activity/webhooks", get(webhooks))
        .with_state(Arc::new(site))
}

fn failure(status: StatusCode, detail: &str) -> Response {
    let code = match status.as_u16() {
        400 => "ERROR_INVALID_PARAMETER",
        401 => "ERROR_INVALID_CREDENTIALS",
        403 => "ERROR_INSUFFICIENT_PRIVILEGES",
        404 => "ERROR_NOT_FOUND",
        429 => "ERROR_TOO_MANY_REQUESTS",
        503 => "ERROR_SERVICE_UNAVAILABLE",
        _ => "ERROR_INTERNAL",
    };
    let body =
        json!({"responseStatus": status.as_u16(), "errors": [{"code": code, "detail": detail}]});
    reply(status, JSON, &body)
}

async fn sessions(State(site): State<Arc<Site>>, headers: HeaderMap, params: Params) -> Response {
    let fields = [
        ("date", ""),
        ("username", "/attributes/username"),
        ("type", "/attributes/operation"),
        ("ipAddress", "/attributes/ipAddress"),
        ("path", "/attributes/fileName"),
    ];
    let listed = |params: &Params| {
        let rows = within(&site.sessions, params)?.into_iter().filter(|row| {
            row.fits(params, "ipAddress", "/attributes/ipAddress")
                && row.fits(params, "username", "/attributes/username")
                && row.fits(params, "type", "/attributes/operation")
                && under(
                    row,
                    params,
                    "path",
                    &["/attributes/fileName", "/attributes/fileSource"],
                )
        });
        page(rows.collect(), params, &fields)
    };
    answer(&headers, &params, listed)
}

async fn webhooks(State(site): State<Arc<Site>>, headers: HeaderMap, params: Params) -> Response {
    let fields = [
        ("date", ""),
        ("event", "/attributes/event"),
        ("statusCode", "/attributes/status"),
        ("username", "/attributes/username"),
        ("endpointUrl", "/attributes/endpointUrl"),
        ("resourcePath", "/attributes/resourcePath"),
    ];
    let listed = |params: &Params| {
        let status = params.count("statusCode", 0..=999)?;
        let rows = within(&site.webhooks, params)?.into_iter().filter(|row| {
            row.fits(params, "endpointUrl", "/attributes/endpointUrl")
                && row.fits(params, "event", "/attributes/event")
                && row.fits(params, "username", "/attributes/username")
                && status.is_none_or(|status| {
                    row.body.pointer("/attributes/status") == Some(&json!(status))
                })
                && under(row, params, "resourcePath", &["/attributes/resourcePath"])
        });
        page(rows.collect(), params, &fields)
    };
    answer(&headers, &params, listed)
}

fn answer(
    headers: &HeaderMap,
    params: &Params,
    list: impl Fn(&Params) -> Result<Response, Invalid>,
) -> Response {
    if !header_is(headers, "ev-api-key", API_KEY) {
        return failure(StatusCode::UNAUTHORIZED, "HTTP_UNAUTHORIZED");
    }
    if header_is(headers, "ev-access-token", LIMITED_TOKEN) {
        return failure(
            StatusCode::FORBIDDEN,
            "This user may not read the activity logs.",
        );
    }
    if !header_is(headers, "ev-access-token", ACCESS_TOKEN) {
        return failure(StatusCode::UNAUTHORIZED, "HTTP_UNAUTHORIZED");
    }
    list(params).unwrap_or_else(|Invalid { name, reason }| {
        failure(StatusCode::BAD_REQUEST, &format!("{name}: {reason}"))
    })
}

fn within<'a>(rows: &'a [Row], params: &Params) -> Result<Vec<&'a Row>, Invalid> {
    let (start, end) = (params.instant("startDate")?, params.instant("endDate")?);
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        return Err(Invalid::new("endDate", "lies before startDate"));
    }
    let fits = |row: &&Row| {
        start.is_none_or(|start| start <= row.at) && end.is_none_or(|end| row.at <= end)
    };
    Ok(rows.iter().filter(fits).collect())
}

fn under(row: &Row, params: &Params, name: &str, pointers: &[&str]) -> bool {
    let Some(pattern) = params.text(name) else {
        return true;
    };
    pointers
        .iter()
        .any(|pointer| row.text(pointer).is_some_and(|path| glob(pattern, path)))
}

fn page(
    mut rows: Vec<&Row>,
    params: &Params,
    fields: &[(&str, &str)],
) -> Result<Response, Invalid> {
    sort(&mut rows, params.text("sort").unwrap_or("-date"), fields)?;
    let offset = params.count("offset", 0..=u32::MAX.into())?.unwrap_or(0);
    let limit = params
        .count("limit", 1..=u32::MAX.into())?
        .unwrap_or(DEFAULT_LIMIT);
    let data: Vec<&Value> = rows
        .iter()
        .skip(offset as usize)
        .take(limit as usize)
        .map(|row| &row.body)
        .collect();
    let body = json!({"responseStatus": 200, "returnedResults": data.len(), "totalResults": 0, "data": data});
    Ok(reply(StatusCode::OK, JSON, &body))
}
