//! ThousandEyes, API v7: `GET /audit-user-events`.
//!
//! Input: a bearer token, account groups and a time range. Output: HAL pages of [`PAGE`] events, newest first. Invariant: a
//! page has `_links.next` exactly if another page follows, and following it needs nothing but the link.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::data::{NOW, Rng, Row, ago};
use super::server::{Api, Limits};
use super::wire::{Invalid, Params, bearer_is, encode, reply, with_header};

/// A token that may read both account groups.
pub const TOKEN: &str = "te-4c1b7d20-8f3e-4a6b-9d11-2f60c7a5e8b3";
/// A token that may not query the endpoint: 403.
pub const LIMITED_TOKEN: &str = "te-00c9e1aa-5b72-4f0d-8a3c-771d0e94b6f2";
/// The account group that answers where none is named.
pub const AID: &str = "1101";
/// The other account group the token may read.
pub const OTHER_AID: &str = "1102";
/// Events per page; the vendor has no parameter for it.
pub const PAGE: usize = 40;
/// Events of [`AID`].
pub const EVENTS: usize = 90;
/// Events of both account groups.
pub const ALL_EVENTS: usize = 120;

pub(crate) const API: Api = Api {
    base: "/v7",
    router,
    failure,
    limits: Some(Limits {
        requests: 240,
        window: Duration::from_secs(60),
        limit: "x-organization-rate-limit-limit",
        remaining: "x-organization-rate-limit-remaining",
        reset: Some("x-organization-rate-limit-reset"),
    }),
    credentials: &[
        ("bearer token", TOKEN),
        ("bearer token (403)", LIMITED_TOKEN),
        ("aid", AID),
        ("aid, another", OTHER_AID),
    ],
};

const HAL: &str = "application/hal+json";
const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

struct Site {
    base: String,
    events: Vec<Row>,
}

fn router(base: &str) -> Router {
    let site = Site {
        base: base.to_owned(),
        events: event_rows(),
    };
    Router::new()
        .route("/audit-user-events", get(events))
        .with_state(Arc::new(site))
}

fn failure(status: StatusCode, detail: &str) -> Response {
    if status == StatusCode::UNAUTHORIZED {
        let body = json!({"error": "invalid_token", "error_description": detail});
        return with_header(
            reply(status, PROBLEM, &body),
            "www-authenticate",
            "Bearer error=\"invalid_token\"",
        );
    }
    reply(status, PROBLEM, &problem(status, detail))
}

fn problem(status: StatusCode, detail: &str) -> Value {
    let title = status.canonical_reason().unwrap_or("Error");
    json!({"type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail, "instance": "/v7"})
}

fn invalid(wrong: &Invalid) -> Response {
    let mut body = problem(
        StatusCode::BAD_REQUEST,
        "The request has invalid parameters.",
    );
    body["errors"] = json!([{"code": "AUD-1004", "field": wrong.name, "message": wrong.reason}]);
    reply(StatusCode::BAD_REQUEST, PROBLEM, &body)
}

async fn events(State(site): State<Arc<Site>>, headers: HeaderMap, params: Params) -> Response {
    if bearer_is(&headers, LIMITED_TOKEN) {
        return failure(
            StatusCode::FORBIDDEN,
            "The activity log is not yours to view.",
        );
    }
    if !bearer_is(&headers, TOKEN) {
        return failure(
            StatusCode::UNAUTHORIZED,
            "The access token is missing or unknown.",
        );
    }
    let Some(media) = acceptable(&headers) else {
        return failure(
            StatusCode::NOT_ACCEPTABLE,
            "This resource is HAL or plain JSON.",
        );
    };
    let aid = params.text("aid").unwrap_or(AID);
    if aid != AID && aid != OTHER_AID {
        return failure(
            StatusCode::FORBIDDEN,
            "You are not assigned to this account group.",
        );
    }
    match site.page(&params, aid) {
        Ok(body) => reply(StatusCode::OK, media, &body),
        Err(wrong) => invalid(&wrong),
    }
}

impl Site {
    fn page(&self, params: &Params, aid: &str) -> Result<Value, Invalid> {
        let everyone = params.flag("useAllPermittedAids")?.unwrap_or(false);
        let range = Range::of(params)?;
        let first = position(params)?;
        let fits = |row: &&Row| range.holds(row.at) && (everyone || row.text("/aid") == Some(aid));
        let rows: Vec<&Row> = self.events.iter().filter(fits).collect();
        let page: Vec<&Value> = rows
            .iter()
            .skip(first)
            .take(PAGE)
            .map(|row| &row.body)
            .collect();
        let mut links = json!({"self": self.link(params, first)});
        if first > 0 {
            links["previous"] = self.link(params, first.saturating_sub(PAGE));
        }
        if first.saturating_add(PAGE) < rows.len() {
            links["next"] = self.link(params, first + PAGE);
        }
        let mut body = json!({"auditEvents": page, "_links": links});
        if let Some(start) = range.start {
            body["startDate"] = json!(start.to_string());
            body["endDate"] = json!(range.end.to_string());
        }
        Ok(body)
    }

    fn link(&self, params: &Params, first: usize) -> Value {
        let mut query = params.without("cursor");
        if first > 0 {
            query.push(format!("cursor={}", encode(&cursor(first))));
        }
        let mark = if query.is_empty() { "" } else { "?" };
        json!({"href": format!("{}/audit-user-events{mark}{}", self.base, query.join("&")), "templated": false, "type": HAL})
    }
}

/// The instants asked for, both ends included; everything where the request names none.
struct Range {
    start: Option<Timestamp>,
    end: Timestamp,
}

impl Range {
    fn of(params: &Params) -> Result<Self, Invalid> {
        let (start, end) = (params.instant("startDate")?, params.instant("endDate")?);
        if let Some(window) = params.text("window") {
            if start.is_some() || end.is_some() {
                return Err(Invalid::new(
                    "window",
                    "can't be combined with startDate or endDate",
                ));
            }
            let length = window_seconds(window);
            let start =
                length.and_then(|length| NOW.checked_sub(SignedDuration::from_secs(length)).ok());
            let start = start
                .ok_or_else(|| Invalid::new("window", "must be a number with s, m, h, d or w"))?;
            return Ok(Self {
                start: Some(start),
                end: NOW,
            });
        }
        if start.is_none() && end.is_some() {
            return Err(Invalid::new("endDate", "needs a startDate"));
        }
        let range = Self {
            start,
            end: end.unwrap_or(NOW),
        };
        if range.start.is_some_and(|start| range.end < start) {
            return Err(Invalid::new("endDate", "lies before startDate"));
        }
        Ok(range)
    }

    fn holds(&self, at: Timestamp) -> bool {
        self.start.is_none_or(|start| start <= at) && at <= self.end
    }
}

fn window_seconds(window: &str) -> Option<i64> {
    let digits = window.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    let unit = match &window[digits.len()..] {
        "" | "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 604_800,
        _ => return None,
    };
    let plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    plain
        .then(|| digits.parse::<i64>().ok())
        .flatten()?
        .checked_mul(unit)
}

/// Opaque to clients, and not fit for a URL unless encoded: a client that rebuilds the link carelessly will break it.
fn cursor(first: usize) -> String {
    format!("{first:x}+/{:x}==", check(first))
}

fn check(first: usize) -> u64 {
    Rng::new(first as u64).next() >> 32
}

fn position(params: &Params) -> Result<usize, Invalid> {
    let Some(text) = params.text("cursor") else {
        return Ok(0);
    };
    let first = text
        .split_once('+')
        .and_then(|(first, _)| usize::from_str_radix(first, 16).ok());
    first
        .filter(|first| cursor(*first) == text)
        .ok_or_else(|| Invalid::new("cursor", "is not one of ours"))
}

/// The media type to answer with: the client's first choice of the two, or none.
fn acceptable(headers: &HeaderMap) -> Option<&'static str> {
    let lines = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|line| line.to_str().ok());
    let mut wanted = lines
        .flat_map(|line| line.split(','))
        .map(|item| item.split(';').next().unwrap_or_default().trim());
    if !headers.contains_key(header::ACCEPT) {
        return Some(HAL);
    }
    wanted.find_map(|media| match media {
        HAL | "*/*" | "application/*" => Some(HAL),
        JSON => Some(JSON),
        _ => None,
    })
}

fn event_rows() -> Vec<Row> {
    const NAMES: [&str; 9] = [
        "Login succeeded.",
        "Login failed.",
        "Test created.",
        "Test settings updated.",
        "Report created.",
        "Alert rule deleted.",
        "User added to account group.",
        "API token revoked.",
        "Agent assigned: \"Zürich-2\" → cluster",
    ];
    const PEOPLE: [(&str, &str); 5] = [
        ("245", "Ines Duarte (ines@example.com)"),
        ("246", "Bo Lindqvist (bo@example.com)"),
        ("301", "Ravi Menon (ravi@example.com)"),
        ("302", "集計 Service (metrics@example.com)"),
        ("17", "Automation (noreply@example.com)"),
    ];
    let mut rng = Rng::new(0x7e);
    let mut age = 5;
    let row = |index: usize| {
        age += 30 + rng.below(15_000);
        let at = ago(age);
        // Every fourth event is the other group's: 30 of 120.
        let (aid, group) = if index % 4 == 3 {
            (OTHER_AID, "Acme Labs")
        } else {
            (AID, "Acme Network")
        };
        let (uid, user) = rng.pick(&PEOPLE);
        let event = rng.pick(&NAMES);
        let mut body = json!({
            "aid": aid,
            "accountGroupName": group,
            "date": at.to_string(),
            "event": event,
            "ipAddress": rng.pick(&["192.0.2.0/24", "198.51.100.23", "2001:db8::4:17", "203.0.113.8"]),
            "uid": uid,
            "user": user,
        });
        if !event.starts_with("Login") {
            body["resources"] = resources(&mut rng, event);
        }
        if index % 11 == 6 {
            body["sessionOrigin"] = json!({"kind": "sso", "provider": "okta"});
        }
        Row { at, body }
    };
    (0..ALL_EVENTS).map(row).collect()
}

fn resources(rng: &mut Rng, event: &str) -> Value {
    let kinds: &[&str] = match event.split(' ').next() {
        Some("Test") => &["testName"],
        Some("Report") => &["reportTitle", "testName"],
        Some("Alert") => &["alertRuleName"],
        Some("User") => &["userDisplayName"],
        _ => &["tokenLabel"],
    };
    let item = |kind: &&str| json!({"type": kind, "name": format!("{kind} {}", rng.hex(4))});
    kinds.iter().map(item).collect()
}
