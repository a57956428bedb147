//! SnapLogic, public API: `GET /activities/{org}`.
//!
//! Input: basic or bearer credentials, an organisation, the 14 documented parameters. Output: pages by offset and limit inside
//! the `response_map` envelope, newest first. Invariant: every answer carries its status in the body and in `X-SL-StatusCode`.

use activity_logs::runtime::fake::{Answer, Place, Problem};
use activity_logs::snaplogic::fake::{self, activities::GetActivitiesReceived};
use http::HeaderValue;
use serde_json::{Value, json};

use super::data::{Rng, Row, ago};
use super::server::House;
use super::wire::{self, Response, at_least, invalid, reply, text, with_header};

/// The accepted user of basic authentication.
pub const USERNAME: &str = "auditor@example.com";
/// The password of [`USERNAME`].
pub const PASSWORD: &str = "sn4p-l0g1c";
/// The accepted bearer token.
pub const TOKEN: &str = "sandbox.auditor.signature";
/// The organisation with activities.
pub const ORG: &str = "Acme Org";
/// An organisation that exists and may not be read: 403.
pub const PRIVATE_ORG: &str = "Globex";
/// Activities of [`ORG`].
pub const ACTIVITIES: usize = 130;
/// Rows per page where the request does not say.
pub const DEFAULT_LIMIT: usize = 100;

pub(crate) const HOUSE: House = House {
    base: "/api/1/rest/public",
    voice,
    limits: None,
    credentials: &[
        ("basic user name", USERNAME),
        ("basic password", PASSWORD),
        ("bearer token", TOKEN),
        ("org", ORG),
        ("org (403)", PRIVATE_ORG),
    ],
};

/// Most of the documented event types, and two that are not.
const EVENTS: [&str; 24] = [
    "session_start",
    "asset_create",
    "asset_update",
    "session_end",
    "user_create",
    "asset_rename",
    "plex_congestion",
    "acl_add",
    "user_auth_failure",
    "user_lockout",
    "group_create",
    "asset_move",
    "asset_delete",
    "password_change",
    "plex_node_add",
    "dist_change",
    "asset_owner_change",
    "acl_remove",
    "plex_node_enter_maintenance_mode",
    "group_update",
    "user_delete",
    "plex_node_crash",
    "gizmo_recalibrated",
    "account_rotated",
];
const PEOPLE: [&str; 4] = [
    "auditor@example.com",
    "dev+one@example.com",
    "ops@example.com",
    "ana.lópez@example.com",
];

/// Its generated server, with the data and the filters.
pub(crate) fn server() -> fake::Server {
    let rows = activity_rows();
    fake::Server::new()
        .secret("BasicAuth", format!("{USERNAME}:{PASSWORD}"))
        .secret("BearerAuth", TOKEN)
        .get_activities(move |request| match page(&rows, request) {
            Ok(map) => Answer::raw(envelope(200, map)),
            Err(problem) => Answer::refused(problem),
        })
}

fn voice(problem: &Problem) -> Response {
    let status = problem.status();
    let message = match wire::parameter(problem) {
        _ if status == 401 => "Authentication is required.".to_owned(),
        Some(name) if status == 400 => format!("Parameter {name} {}.", problem.reason()),
        _ => wire::detail(problem).to_owned(),
    };
    let response = envelope(status, json!({"error_list": [{"message": message}]}));
    match status {
        401 => with_header(response, "www-authenticate", "Basic realm=\"SnapLogic\""),
        _ => response,
    }
}

fn envelope(status: u16, map: Value) -> Response {
    let body = json!({"response_map": map, "http_status_code": status});
    let mut response = reply(status, "application/json", &body);
    let status = HeaderValue::from(status);
    response.headers_mut().insert("x-sl-statuscode", status);
    response
}

fn page(rows: &[Row], request: &GetActivitiesReceived) -> Result<Value, Problem> {
    let refused = |status, reason| {
        let place = Place::PathParameter("org".to_owned());
        Err(Problem::new(status, place, reason))
    };
    match request.org.as_str() {
        ORG => {}
        PRIVATE_ORG => return refused(403, format!("No read access to {PRIVATE_ORG}.")),
        org => return refused(404, format!("There is no organization {org}.")),
    }
    let offset = at_least(0, "offset", request.offset)?.unwrap_or(0);
    let limit = at_least(1, "limit", request.limit)?.unwrap_or(DEFAULT_LIMIT);
    check(request)?;
    let rows: Vec<&Row> = rows.iter().filter(|row| holds(row, request)).collect();
    let entries = rows.iter().skip(offset).take(limit).map(|row| &row.body);
    let entries: Vec<&Value> = entries.collect();
    Ok(json!({"total": rows.len(), "offset": offset, "limit": limit, "entries": entries}))
}

/// Which filters need others.
fn check(request: &GetActivitiesReceived) -> Result<(), Problem> {
    let project = text(&request.filter_project).is_some();
    if project && text(&request.filter_project_space).is_none() {
        let reason = "requires filter_project_space";
        return Err(invalid("filter_project", reason));
    }
    // The prose asks for project and space, yet the vendor's example names nothing but an asset type.
    let asset = text(&request.filter_asset).is_some();
    if asset && !project && request.filter_asset_type.is_none() {
        let reason = "requires filter_project_space and filter_project";
        return Err(invalid("filter_asset", reason));
    }
    match request
        .filter_alert_state
        .as_ref()
        .map(|state| state.as_str())
    {
        None | Some("open" | "closed") => Ok(()),
        Some(_) => Err(invalid("filter_alert_state", "must be open or closed")),
    }
}

fn holds(row: &Row, request: &GetActivitiesReceived) -> bool {
    let at = row.at.as_millisecond();
    let is = |pointer: &str| row.body.pointer(pointer) == Some(&Value::Bool(true));
    let event = row.text("/event_type").unwrap_or_default();
    let events = request.filter_event_type.as_deref();
    // An encoded comma separates, too.
    let named = |list: &str| list.split(',').any(|kind| kind.trim() == event);
    let alert_state = request.filter_alert_state.as_ref();
    let asset_type = request.filter_asset_type.as_ref();
    request.start.is_none_or(|start| start <= at)
        && request.end.is_none_or(|end| at < end)
        && events.is_none_or(|kinds| kinds.iter().any(|kind| named(kind.as_str())))
        && (request.filter_is_alert).is_none_or(|wanted| is("/is_alert") == wanted)
        && (request.filter_snaplogic_admin_update)
            .is_none_or(|wanted| is("/snaplogic_admin_update") == wanted)
        && row.fits(alert_state.map(|state| state.as_str()), "/alert_state")
        && row.fits(text(&request.filter_project_space), "/partition_label")
        && row.fits(text(&request.filter_project), "/project_label")
        && row.fits(text(&request.filter_asset), "/asset_label")
        && row.fits(asset_type.map(|kind| kind.as_str()), "/asset_type")
        && row.fits(text(&request.filter_user), "/by_whom")
}

fn activity_rows() -> Vec<Row> {
    let mut rng = Rng::new(0x51);
    let org = rng.hex(24);
    let mut age = 20;
    let row = |index: usize| {
        age += 45 + rng.below(30_000);
        let at = ago(age);
        let event = EVENTS[index % EVENTS.len()];
        let mut body = json!({
            "_id": rng.hex(24),
            "event_type": event,
            "create_time": format!("{}.{:06}+00:00", at.strftime("%Y-%m-%dT%H:%M:%S"), rng.below(1_000_000)),
            "by_whom": rng.pick(&PEOPLE),
            "class_id": "com-snaplogic-auditevent",
            "class_version": 1,
            "org_label": ORG,
            "org_snode_id": org,
            "template": "%(by_whom)s: %(event_type)s in %(org_label)s",
        });
        if index % 9 == 2 {
            body["snaplogic_admin_update"] = json!(true);
        }
        let more = match event.split('_').next() {
            Some("asset") => asset(&mut rng, event),
            Some("acl") => access(&mut rng),
            Some("session" | "user" | "password") => {
                json!({"user_id": body["by_whom"], "ip_address": "192.0.2.77"})
            }
            Some("group") => json!({"group_name": "integrators"}),
            Some("plex") => {
                json!({"asset_type": "Plex", "asset_label": "cloud-plex", "ip_address": "2001:db8::9"})
            }
            _ => json!({"details": {"reason": null, "steps": [1, 2.5, "three"]}}),
        };
        merge(&mut body, more);
        if matches!(
            event,
            "plex_congestion" | "user_lockout" | "plex_node_crash" | "user_auth_failure"
        ) {
            let state = if index.is_multiple_of(2) {
                "closed"
            } else {
                "open"
            };
            merge(&mut body, json!({"is_alert": true, "alert_state": state}));
        }
        Row { at, body }
    };
    (0..ACTIVITIES).map(row).collect()
}

/// What the events about assets add.
fn asset(rng: &mut Rng, event: &str) -> Value {
    let kind = rng.pick(&["File", "Pipeline", "Account", "Dir"]);
    let space = rng.pick(&["projects", "Finance & Tax"]);
    let project = rng.pick(&["Test Project", "Ledger", "shared"]);
    let label = format!("{} {}", kind.to_lowercase(), rng.pick(&["a.csv", "b", "ç"]));
    let (space_id, project_id) = (rng.hex(24), rng.hex(24));
    let mut body = json!({
        "asset_label": label,
        "asset_path": format!("/{ORG}/{space}/{project}/{label}"),
        "asset_snode_id": rng.hex(24),
        "asset_type": kind,
        "display_type": if kind == "Dir" { "Project" } else { kind },
        "parent_label": project,
        "parent_path": format!("/{ORG}/{space}/{project}"),
        "parent_snode_id": project_id,
        "parent_type": "Project",
        "partition_label": space,
        "partition_snode_id": space_id,
        "project_label": project,
        "project_snode_id": project_id,
    });
    if event == "asset_rename" {
        body["new_name"] = json!(format!("{label} (2)"));
    }
    body
}

/// What the events about permissions add.
fn access(rng: &mut Rng) -> Value {
    let subject = rng.pick(&PEOPLE);
    json!({
        "perm": {"perms": ["R", "W"], "subject_type": "USER", "inherit": false, "subject": subject},
        "perms_subject": subject,
    })
}

fn merge(body: &mut Value, more: Value) {
    if let (Value::Object(body), Value::Object(more)) = (body, more) {
        body.extend(more);
    }
}
