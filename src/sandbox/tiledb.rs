//! TileDB Cloud, API v2: `GET /arrays/{namespace}/{array}/activity`.
//!
//! Input: an API key or a name and password; an array by its URI, percent-encoded into one path segment. Output: numbered pages
//! from 1 with their totals. Invariant: an empty list is left out of the answer, as the vendor's server leaves it out.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};

use super::data::{NOW, Rng, Row, ago};
use super::server::Api;
use super::wire::{Invalid, Params, basic_is, header_is, reply, with_header};

/// The accepted `X-TILEDB-REST-API-KEY`.
pub const API_KEY: &str = "tdb-8Zc1yQ0Lr5Wm";
/// The accepted user name of basic authentication.
pub const USERNAME: &str = "acme-reader";
/// The password of [`USERNAME`]; its colon and its `ü` try out RFC 7617.
pub const PASSWORD: &str = "pass:wörd/7";
/// The namespace with arrays in it.
pub const NAMESPACE: &str = "acme";
/// A namespace that exists and is not ours: 403.
pub const PRIVATE_NAMESPACE: &str = "globex";
/// An array with [`RECENT`] rows of the last seven days and [`OLDER`] ones.
pub const ARRAY: &str = "s3://bucket/array";
/// An array whose name needs every care in a path; it has no activity.
pub const QUIET_ARRAY: &str = "s3://bucket/ü & 100%/a?b#c";
/// Rows inside the window that holds where the request names none.
pub const RECENT: usize = 112;
/// Rows before it.
pub const OLDER: usize = 18;
/// Rows per page where the request does not say.
pub const DEFAULT_PER_PAGE: u64 = 20;

pub(crate) const API: Api = Api {
    base: "/v2",
    router,
    failure,
    limits: None,
    credentials: &[
        ("X-TILEDB-REST-API-KEY", API_KEY),
        ("basic user name", USERNAME),
        ("basic password", PASSWORD),
        ("namespace", NAMESPACE),
        ("namespace (403)", PRIVATE_NAMESPACE),
        ("array", ARRAY),
        ("array without activity", QUIET_ARRAY),
    ],
};

const JSON: &str = "application/json";
const WEEK: u64 = 7 * 24 * 60 * 60;
/// The documented actions, and one that is not.
const ACTIONS: [&str; 17] = [
    "query_read",
    "query_write",
    "read_schema",
    "max_buffer_sizes",
    "non_empty_domain",
    "create",
    "delete",
    "register",
    "deregister",
    "udf",
    "array_metadata_get",
    "array_metadata_update",
    "estimated_result_sizes",
    "update",
    "info",
    "run",
    "vacuum",
];

struct Site {
    rows: Vec<Row>,
}

fn router(_: &str) -> Router {
    let site = Site {
        rows: activity_rows(),
    };
    Router::new()
        .route("/arrays/{namespace}/{array}/activity", get(activity))
        .with_state(Arc::new(site))
}

fn failure(status: StatusCode, detail: &str) -> Response {
    if status == StatusCode::BAD_GATEWAY {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        return response;
    }
    let request = Rng::new(status.as_u16().into()).uuid();
    reply(
        status,
        JSON,
        &json!({"code": status.as_u16(), "message": detail, "request_id": request}),
    )
}

async fn activity(
    State(site): State<Arc<Site>>,
    Path((namespace, array)): Path<(String, String)>,
    headers: HeaderMap,
    params: Params,
) -> Response {
    if !header_is(&headers, "x-tiledb-rest-api-key", API_KEY)
        && !basic_is(&headers, USERNAME, PASSWORD)
    {
        let refused = failure(
            StatusCode::UNAUTHORIZED,
            "Unauthorized: log in or send an API key.",
        );
        return with_header(refused, "www-authenticate", "Basic realm=\"TileDB\"");
    }
    if namespace == PRIVATE_NAMESPACE {
        return failure(
            StatusCode::FORBIDDEN,
            &format!("No access to namespace {namespace}."),
        );
    }
    let rows: &[Row] = match (namespace.as_str(), array.as_str()) {
        (NAMESPACE, ARRAY) => &site.rows,
        (NAMESPACE, QUIET_ARRAY) => &[],
        _ => {
            return failure(
                StatusCode::NOT_FOUND,
                &format!("There is no array {namespace}/{array}."),
            );
        }
    };
    page(rows, &params).unwrap_or_else(|Invalid { name, reason }| {
        failure(StatusCode::BAD_REQUEST, &format!("{name} {reason}"))
    })
}

fn page(rows: &[Row], params: &Params) -> Result<Response, Invalid> {
    let now = u64::try_from(NOW.as_second()).unwrap_or(0);
    let start = params.count("start", 0..=u64::MAX)?.unwrap_or(now - WEEK);
    let end = params.count("end", 0..=u64::MAX)?.unwrap_or(now);
    let page = params.count("page", 1..=u32::MAX.into())?.unwrap_or(1);
    let per_page = params
        .count("per_page", 1..=10_000)?
        .unwrap_or(DEFAULT_PER_PAGE);
    let with_task = params.flag("has_task_id")?.unwrap_or(false);
    if end < start {
        return Err(Invalid::new("end", "lies before start"));
    }
    let kinds: Vec<&str> = params.all("event_types").collect();
    let fits = |row: &&Row| {
        let at = u64::try_from(row.at.as_second()).unwrap_or(0);
        let task = row
            .text("/array_task_id")
            .is_some_and(|task| !task.is_empty());
        (start..=end).contains(&at)
            && (kinds.is_empty()
                || row
                    .text("/action")
                    .is_some_and(|action| kinds.contains(&action)))
            && row.fits(params, "task_id", "/array_task_id")
            && (task || !with_task)
    };
    let rows: Vec<&Value> = rows.iter().filter(fits).map(|row| &row.body).collect();
    let skipped = (page - 1).saturating_mul(per_page);
    let listed: Vec<&&Value> = rows
        .iter()
        .skip(skipped as usize)
        .take(per_page as usize)
        .collect();
    let total = rows.len() as u64;
    let mut body = json!({"pagination_metadata": {
        "page": page, "per_page": per_page, "total_pages": total.div_ceil(per_page), "total_items": total,
    }});
    if !listed.is_empty() {
        body["activitylogs"] = json!(listed);
    }
    Ok(reply(StatusCode::OK, JSON, &body))
}

fn activity_rows() -> Vec<Row> {
    let mut rng = Rng::new(0x71);
    let tasks: Vec<String> = (0..5).map(|_| rng.uuid()).collect();
    let row = |index: usize| {
        // Evenly through the last seven days, then a day apart.
        let age = match index.checked_sub(RECENT) {
            None => 600 + index as u64 * 5_300 + rng.below(900),
            Some(older) => WEEK + 3_600 + older as u64 * 86_400,
        };
        let action = ACTIONS[index % ACTIONS.len()];
        let at = ago(age);
        let mut body = json!({
            "event_at": at.to_string(),
            "action": action,
            "username": rng.pick(&["acme-reader", "lena", "nightly-etl"]),
            "bytes_sent": rng.below(1 << 40),
            "bytes_received": rng.below(1 << 20),
            "id": rng.uuid(),
        });
        // Some rows have a task, some say so with an empty string, some say nothing.
        match index % 3 {
            0 => body["array_task_id"] = json!(tasks[index % tasks.len()]),
            1 => body["array_task_id"] = json!(""),
            _ => {}
        }
        if matches!(action, "query_read" | "query_write") {
            let row = rng.below(1_000);
            body["query_ranges"] =
                json!(json!({"rows": [{"start": row, "end": row + 64}], "cols": []}).to_string());
            body["query_stats"] = json!(
                json!({"timers": {"read.sum": 0.0625}, "counters": {"loops": row}}).to_string()
            );
        }
        if index == 9 {
            // Past the signed range: uint64 is meant.
            body["bytes_sent"] = json!(9_223_372_036_854_775_809_u64);
        }
        if index % 13 == 3 {
            body["region"] = json!("eu-west-1");
        }
        Row { at, body }
    };
    (0..RECENT + OLDER).map(row).collect()
}
