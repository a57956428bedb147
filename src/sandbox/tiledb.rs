//! TileDB Cloud, API v2: `GET /arrays/{namespace}/{array}/activity`.
//!
//! Input: an API key or a name and password; an array by its URI, percent-encoded into one path segment. Output: numbered pages
//! from 1 with their totals. Invariant: an empty list is left out of the answer, as the vendor's server leaves it out.

use activity_logs::runtime::fake::{Place, Problem};
use activity_logs::tiledb::fake::{self, array::ArrayActivityLogReceived};
use serde_json::{Value, json};

use super::data::{NOW, Rng, Row, ago};
use super::server::House;
use super::wire::{self, Response, answer, at_least, invalid, reply, text, with_header};

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
pub const DEFAULT_PER_PAGE: usize = 20;

pub(crate) const HOUSE: House = House {
    base: "/v2",
    voice,
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

/// Rows per page that may be asked for.
const MOST_PER_PAGE: usize = 10_000;
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

/// Its generated server, with the data and the filters.
pub(crate) fn server() -> fake::Server {
    let rows = activity_rows();
    fake::Server::new()
        .secret("ApiKeyAuth", API_KEY)
        .secret("BasicAuth", format!("{USERNAME}:{PASSWORD}"))
        .array_activity_log(move |request| {
            answer(owned(&rows, request).and_then(|rows| page(rows, request)))
        })
}

fn voice(problem: &Problem) -> Response {
    let status = problem.status();
    if status == 502 {
        let mut response = Response::default();
        *response.status_mut() = http::StatusCode::BAD_GATEWAY;
        return response;
    }
    let message = match wire::parameter(problem) {
        _ if status == 401 => "Unauthorized: log in or send an API key.".to_owned(),
        Some(name) if status == 400 => format!("{name} {}", problem.reason()),
        _ => wire::detail(problem).to_owned(),
    };
    let request = Rng::new(status.into()).uuid();
    let body = json!({"code": status, "message": message, "request_id": request});
    let response = reply(status, "application/json", &body);
    match status {
        401 => with_header(response, "www-authenticate", "Basic realm=\"TileDB\""),
        _ => response,
    }
}

/// The rows of the array that a request names.
fn owned<'a>(rows: &'a [Row], request: &ArrayActivityLogReceived) -> Result<&'a [Row], Problem> {
    let refused = |status, name: &str, reason| {
        Problem::new(status, Place::PathParameter(name.to_owned()), reason)
    };
    match (request.namespace.as_str(), request.array.as_str()) {
        (NAMESPACE, ARRAY) => Ok(rows),
        (NAMESPACE, QUIET_ARRAY) => Ok(&[]),
        (PRIVATE_NAMESPACE, _) => {
            let reason = format!("No access to namespace {PRIVATE_NAMESPACE}.");
            Err(refused(403, "namespace", reason))
        }
        (namespace, array) => {
            let reason = format!("There is no array {namespace}/{array}.");
            Err(refused(404, "array", reason))
        }
    }
}

fn page(rows: &[Row], request: &ArrayActivityLogReceived) -> Result<Value, Problem> {
    let now = u64::try_from(NOW.as_second()).unwrap_or(0);
    let (start, end) = (
        request.start.unwrap_or(now - WEEK),
        request.end.unwrap_or(now),
    );
    let page = at_least(1, "page", request.page)?.unwrap_or(1);
    let per_page = at_least(1, "per_page", request.per_page)?.unwrap_or(DEFAULT_PER_PAGE);
    if per_page > MOST_PER_PAGE {
        return Err(invalid(
            "per_page",
            format!("must not be above {MOST_PER_PAGE}"),
        ));
    }
    if end < start {
        return Err(invalid("end", "lies before start"));
    }
    let kinds = request.event_types.as_deref().unwrap_or_default();
    let with_task = request.has_task_id.unwrap_or(false);
    let fits = |row: &&Row| {
        let at = u64::try_from(row.at.as_second()).unwrap_or(0);
        let task = row.text("/array_task_id").unwrap_or_default();
        let action = row.text("/action").unwrap_or_default();
        (start..=end).contains(&at)
            && (kinds.is_empty() || kinds.iter().any(|kind| kind.as_str() == action))
            && row.fits(text(&request.task_id), "/array_task_id")
            && !(with_task && task.is_empty())
    };
    let rows: Vec<&Value> = rows.iter().filter(fits).map(|row| &row.body).collect();
    let skipped = (page - 1).saturating_mul(per_page);
    let listed: Vec<&&Value> = rows.iter().skip(skipped).take(per_page).collect();
    let total = rows.len();
    let mut body = json!({"pagination_metadata": {
        "page": page, "per_page": per_page, "total_pages": total.div_ceil(per_page), "total_items": total,
    }});
    if !listed.is_empty() {
        body["activitylogs"] = json!(listed);
    }
    Ok(body)
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
