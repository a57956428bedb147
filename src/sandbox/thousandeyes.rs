//! ThousandEyes, API v7: `GET /audit-user-events`.
//!
//! Input: a bearer token, account groups and a time range. Output: HAL pages of [`PAGE`] events, newest first. Invariant: a
//! page has `_links.next` exactly if another page follows, and following it needs nothing but the link.

use std::time::Duration;

use activity_logs::runtime::fake::{Answer, Place, Problem};
use activity_logs::thousandeyes::fake::{self, user_events::GetUserEventsReceived};
use http::{HeaderMap, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::data::{NOW, Rng, Row, ago};
use super::limit::Limits;
use super::server::House;
use super::wire::{self, Response, answer, encode, instant, invalid, reply, text, with_header};

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

pub(crate) const HOUSE: House = House {
    base: "/v7",
    voice,
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

/// Its generated server, with the data and the filters.
pub(crate) fn server() -> fake::Server {
    let events = event_rows();
    fake::Server::new()
        .secret("BearerAuth", TOKEN)
        .secret("BearerAuth", LIMITED_TOKEN)
        .get_user_events(move |request| match allowed(request) {
            Ok(media) => answer(page(&events, request)).header("content-type", media),
            Err(problem) => Answer::refused(problem),
        })
}

fn voice(problem: &Problem) -> Response {
    let status = problem.status();
    if status == 401 {
        let detail = "The access token is missing or unknown.";
        let body = json!({"error": "invalid_token", "error_description": detail});
        let response = reply(status, PROBLEM, &body);
        return with_header(
            response,
            "www-authenticate",
            "Bearer error=\"invalid_token\"",
        );
    }
    let known = StatusCode::from_u16(status).ok();
    let title = known.and_then(|status| status.canonical_reason());
    let title = title.unwrap_or("Error");
    let field = wire::parameter(problem).filter(|_| status == 400);
    let detail = match field {
        Some(_) => "The request has invalid parameters.",
        None => wire::detail(problem),
    };
    let mut body = json!({"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": "/v7"});
    if let Some(field) = field {
        body["errors"] = json!([{"code": "AUD-1004", "field": field, "message": problem.reason()}]);
    }
    reply(status, PROBLEM, &body)
}

/// The media type of the answer to those who may have one.
fn allowed(request: &GetUserEventsReceived) -> Result<&'static str, Problem> {
    if request.received.credential("BearerAuth").as_deref() == Some(LIMITED_TOKEN) {
        let reason = "The activity log is not yours to view.";
        return Err(Problem::new(403, Place::Credentials, reason));
    }
    let Some(media) = acceptable(request.received.headers()) else {
        let place = Place::Header("accept".to_owned());
        let reason = "This resource is HAL or plain JSON.";
        return Err(Problem::new(406, place, reason));
    };
    if !matches!(group(request), AID | OTHER_AID) {
        let reason = "You are not assigned to this account group.";
        return Err(Problem::new(403, Place::Query("aid".to_owned()), reason));
    }
    Ok(media)
}

fn group(request: &GetUserEventsReceived) -> &str {
    text(&request.aid).unwrap_or(AID)
}

fn page(events: &[Row], request: &GetUserEventsReceived) -> Result<Value, Problem> {
    let everyone = request.use_all_permitted_aids.unwrap_or(false);
    let range = Range::of(request)?;
    let first = position(text(&request.cursor))?;
    let own = |row: &Row| everyone || row.text("/aid") == Some(group(request));
    let rows = events.iter().filter(|row| range.holds(row.at) && own(row));
    let rows: Vec<&Value> = rows.map(|row| &row.body).collect();
    let page: Vec<&&Value> = rows.iter().skip(first).take(PAGE).collect();
    let mut links = json!({"self": link(request, first)});
    if first > 0 {
        links["previous"] = link(request, first.saturating_sub(PAGE));
    }
    if first.saturating_add(PAGE) < rows.len() {
        links["next"] = link(request, first + PAGE);
    }
    let mut body = json!({"auditEvents": page, "_links": links});
    if let Some(start) = range.start {
        body["startDate"] = json!(start.to_string());
        body["endDate"] = json!(range.end.to_string());
    }
    Ok(body)
}

/// The link to the page that begins with an event: what was asked for, and a cursor.
fn link(request: &GetUserEventsReceived, first: usize) -> Value {
    let pairs = request.received.query().split('&');
    let kept = pairs.filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let mut query: Vec<String> = kept.map(str::to_owned).collect();
    if first > 0 {
        query.push(format!("cursor={}", encode(&cursor(first))));
    }
    let mark = if query.is_empty() { "" } else { "?" };
    let (url, path, query) = (
        request.received.url(),
        request.received.path(),
        query.join("&"),
    );
    json!({"href": format!("{url}{path}{mark}{query}"), "templated": false, "type": HAL})
}

/// The instants asked for, both ends included; everything where the request names none.
struct Range {
    start: Option<Timestamp>,
    end: Timestamp,
}

impl Range {
    fn of(request: &GetUserEventsReceived) -> Result<Self, Problem> {
        let (start, end) = (instant(&request.start_date), instant(&request.end_date));
        if let Some(window) = text(&request.window) {
            if start.is_some() || end.is_some() {
                let reason = "can't be combined with startDate or endDate";
                return Err(invalid("window", reason));
            }
            let length = window_seconds(window);
            let start =
                length.and_then(|length| NOW.checked_sub(SignedDuration::from_secs(length)).ok());
            let start =
                start.ok_or_else(|| invalid("window", "must be a number with s, m, h, d or w"))?;
            return Ok(Self {
                start: Some(start),
                end: NOW,
            });
        }
        if start.is_none() && end.is_some() {
            return Err(invalid("endDate", "needs a startDate"));
        }
        let range = Self {
            start,
            end: end.unwrap_or(NOW),
        };
        if range.start.is_some_and(|start| range.end < start) {
            return Err(invalid("endDate", "lies before startDate"));
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

fn position(cursor: Option<&str>) -> Result<usize, Problem> {
    let Some(text) = cursor else {
        return Ok(0);
    };
    let first = text
        .split_once('+')
        .and_then(|(first, _)| usize::from_str_radix(first, 16).ok());
    first
        .filter(|first| self::cursor(*first) == text)
        .ok_or_else(|| invalid("cursor", "is not one of ours"))
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
