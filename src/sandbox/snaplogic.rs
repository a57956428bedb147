//! SnapLogic, public API: `GET /activities/{org}`.
//!
//! Input: basic or bearer credentials, an organisation, the 14 documented parameters. Output: pages by offset and limit inside
//! the `response_map` envelope, newest first. Invariant: every answer carries its status in the body and in `X-SL-StatusCode`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};

use super::data::{Rng, Row, ago};
use super::server::Api;
use super::wire::{Invalid, Params, basic_is, bearer_is, reply, with_header};

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
pub const DEFAULT_LIMIT: u64 = 100;

pub(crate) const API: Api = Api {
    base: "/api/1/rest/public",
    router,
    failure,
    limits: None,
    credentials: &[
        ("basic user name", USERNAME),
        ("basic password", PASSWORD),
        ("bearer token", TOKEN),
        ("org", ORG),
        ("org (403)", PRIVATE_ORG),
    ],
};

const JSON: &str = "application/json";
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

struct Site {
    rows: Vec<Row>,
}

fn router(_: &str) -> Router {
    let site = Site {
        rows: activity_rows(),
    };
    Router::new()
        .route("/activities/{org}", get(activities))
        .with_state(Arc::new(site))
}

fn failure(status: StatusCode, detail: &str) -> Response {
    envelope(status, json!({"error_list": [{"message": detail}]}))
}

fn envelope(status: StatusCode, map: Value) -> Response {
    let body = json!({"response_map": map, "http_status_code": status.as_u16()});
    let mut response = reply(status, JSON, &body);
    response.headers_mut().insert(
        HeaderName::from_static("x-sl-statuscode"),
        status.as_u16().into(),
    );
    response
}

async fn activities(
    State(site): State<Arc<Site>>,
    Path(org): Path<String>,
    headers: HeaderMap,
    params: Params,
) -> Response {
    if !basic_is(&headers, USERNAME, PASSWORD) && !bearer_is(&headers, TOKEN) {
        let refused = failure(StatusCode::UNAUTHORIZED, "Authentication is required.");
        return with_header(refused, "www-authenticate", "Basic realm=\"SnapLogic\"");
    }
    match org.as_str() {
        ORG => page(&site.rows, &params).unwrap_or_else(|Invalid { name, reason }| {
            failure(
                StatusCode::BAD_REQUEST,
                &format!("Parameter {name} {reason}."),
            )
        }),
        PRIVATE_ORG => failure(StatusCode::FORBIDDEN, &format!("No read access to {org}.")),
        _ => failure(
            StatusCode::NOT_FOUND,
            &format!("There is no organization {org}."),
        ),
    }
}

fn page(rows: &[Row], params: &Params) -> Result<Response, Invalid> {
    let offset = params.count("offset", 0..=u32::MAX.into())?.unwrap_or(0);
    let limit = params.count("limit", 1..=100_000)?.unwrap_or(DEFAULT_LIMIT);
    let filter = Filter::of(params)?;
    let rows: Vec<&Row> = rows
        .iter()
        .filter(|row| filter.holds(row, params))
        .collect();
    let entries: Vec<&Value> = rows
        .iter()
        .skip(offset as usize)
        .take(limit as usize)
        .map(|row| &row.body)
        .collect();
    let map = json!({"total": rows.len(), "offset": offset, "limit": limit, "entries": entries});
    Ok(envelope(StatusCode::OK, map))
}

/// The filters that need more than comparing a string.
struct Filter<'a> {
    start: u64,
    end: u64,
    events: Option<Vec<&'a str>>,
    alert: Option<bool>,
    admin: Option<bool>,
}

impl<'a> Filter<'a> {
    fn of(params: &'a Params) -> Result<Self, Invalid> {
        let has = |name| params.text(name).is_some();
        if has("filter_project") && !has("filter_project_space") {
            return Err(Invalid::new(
                "filter_project",
                "requires filter_project_space",
            ));
        }
        // The prose asks for project and space, yet the vendor's example names nothing but an asset type.
        if has("filter_asset") && !has("filter_project") && !has("filter_asset_type") {
            return Err(Invalid::new(
                "filter_asset",
                "requires filter_project_space and filter_project",
            ));
        }
        if params
            .text("filter_alert_state")
            .is_some_and(|state| !matches!(state, "open" | "closed"))
        {
            return Err(Invalid::new("filter_alert_state", "must be open or closed"));
        }
        Ok(Self {
            start: params.count("start", 0..=u64::MAX)?.unwrap_or(0),
            end: params.count("end", 0..=u64::MAX)?.unwrap_or(u64::MAX),
            events: params
                .text("filter_event_type")
                .map(|list| list.split(',').map(str::trim).collect()),
            alert: params.flag("filter_is_alert")?,
            admin: params.flag("filter_snaplogic_admin_update")?,
        })
    }

    fn holds(&self, row: &Row, params: &Params) -> bool {
        let at = u64::try_from(row.at.as_millisecond()).unwrap_or(0);
        let is = |pointer: &str| row.body.pointer(pointer) == Some(&Value::Bool(true));
        (self.start..self.end).contains(&at)
            && self.events.as_ref().is_none_or(|kinds| {
                row.text("/event_type")
                    .is_some_and(|kind| kinds.contains(&kind))
            })
            && self.alert.is_none_or(|wanted| is("/is_alert") == wanted)
            && self
                .admin
                .is_none_or(|wanted| is("/snaplogic_admin_update") == wanted)
            && row.fits(params, "filter_alert_state", "/alert_state")
            && row.fits(params, "filter_project_space", "/partition_label")
            && row.fits(params, "filter_project", "/project_label")
            && row.fits(params, "filter_asset", "/asset_label")
            && row.fits(params, "filter_asset_type", "/asset_type")
            && row.fits(params, "filter_user", "/by_whom")
    }
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
