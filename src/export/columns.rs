//! The columns that events have as rows.
//!
//! Input: an event as JSON. Output: a cell for each column of its log, and the rest. Invariant: cells and rest together are
//! the event: what no column can hold as it is stays in the rest.

use jiff::Timestamp;
use serde_json::{Map, Value};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Flag,
    /// An instant, to the microsecond.
    Time,
    /// An object or a list, as JSON.
    Json,
}

/// A column: the keys that lead to its value, at most two of them, and what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column(pub(super) &'static [&'static str], pub(super) Kind);

/// A value as its column holds it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(i64),
    Flag(bool),
}

/// An event as a row.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: Vec<Option<Cell>>,
    /// What is in no cell.
    pub(super) rest: Option<String>,
}

impl Column {
    /// Its name: its keys, with `_` between them.
    pub(super) fn name(&self) -> String {
        self.0.join("_")
    }
}

/// The columns of a log: what its document declares of an event, each as it is declared there.
pub(super) fn columns(operation: &str) -> &'static [Column] {
    match operation {
        "getSessionLogs" => SESSIONS,
        "getWebhookLogs" => WEBHOOKS,
        "getUserEvents" => USER_EVENTS,
        "arrayActivityLog" => ARRAY_LOG,
        "getActivities" => ACTIVITIES,
        _ => &[],
    }
}

/// Takes an event apart.
pub(super) fn row(mut event: Value, columns: &[Column]) -> Row {
    let cells = columns.iter().map(|column| take(&mut event, column));
    let cells = cells.collect();
    let empty = event.as_object().is_some_and(Map::is_empty);
    Row {
        cells,
        rest: (!empty).then(|| event.to_string()),
    }
}

/// Takes the value of a column out of an event, with the object around it once that is empty.
fn take(event: &mut Value, Column(keys, kind): &Column) -> Option<Cell> {
    let object = event.as_object_mut()?;
    match keys {
        [key] => take_key(object, key, *kind),
        [outer, key] => {
            let inner = object.get_mut(*outer)?.as_object_mut()?;
            let cell = take_key(inner, key, *kind)?;
            if inner.is_empty() {
                object.remove(*outer);
            }
            Some(cell)
        }
        _ => None,
    }
}

fn take_key(object: &mut Map<String, Value>, key: &str, kind: Kind) -> Option<Cell> {
    let cell = cell(object.get(key)?, kind)?;
    object.remove(key);
    Some(cell)
}

/// A value as a cell, if that says all there is to say.
fn cell(value: &Value, kind: Kind) -> Option<Cell> {
    match (kind, value) {
        (Kind::Text, Value::String(text)) => Some(Cell::Text(text.clone())),
        (Kind::Integer, Value::Number(number)) => number.as_i64().map(Cell::Number),
        (Kind::Flag, Value::Bool(flag)) => Some(Cell::Flag(*flag)),
        (Kind::Time, Value::String(text)) => {
            let time = text.parse::<Timestamp>().ok()?;
            let whole = time.subsec_nanosecond() % 1000 == 0;
            whole.then(|| Cell::Number(time.as_microsecond()))
        }
        (Kind::Json, Value::Array(_) | Value::Object(_)) => Some(Cell::Text(value.to_string())),
        _ => None,
    }
}

const SESSIONS: &[Column] = &[
    Column(&["id"], Kind::Integer),
    Column(&["type"], Kind::Text),
    Column(&["attributes", "bytesTransferred"], Kind::Integer),
    Column(&["attributes", "created"], Kind::Text),
    Column(&["attributes", "duration"], Kind::Integer),
    Column(&["attributes", "fileName"], Kind::Text),
    Column(&["attributes", "fileSource"], Kind::Text),
    Column(&["attributes", "ipAddress"], Kind::Text),
    Column(&["attributes", "operation"], Kind::Text),
    Column(&["attributes", "protocol"], Kind::Text),
    Column(&["attributes", "sessionId"], Kind::Text),
    Column(&["attributes", "status"], Kind::Text),
    Column(&["attributes", "username"], Kind::Text),
];

/// Those of all three shapes.
const WEBHOOKS: &[Column] = &[
    Column(&["id"], Kind::Integer),
    Column(&["type"], Kind::Text),
    Column(&["attributes", "webhookFormat"], Kind::Text),
    Column(&["attributes", "accountId"], Kind::Text),
    Column(&["attributes", "attempt"], Kind::Integer),
    Column(&["attributes", "attemptId"], Kind::Text),
    Column(&["attributes", "created"], Kind::Text),
    Column(&["attributes", "details"], Kind::Json),
    Column(&["attributes", "endpointUrl"], Kind::Text),
    Column(&["attributes", "event"], Kind::Text),
    Column(&["attributes", "ipAddress"], Kind::Text),
    Column(&["attributes", "resend"], Kind::Flag),
    Column(&["attributes", "resourcePath"], Kind::Text),
    Column(&["attributes", "response"], Kind::Text),
    Column(&["attributes", "responseSize"], Kind::Integer),
    Column(&["attributes", "status"], Kind::Integer),
    Column(&["attributes", "username"], Kind::Text),
    Column(&["attributes", "webhookId"], Kind::Integer),
    Column(&["attributes", "webhookPath"], Kind::Text),
];

const USER_EVENTS: &[Column] = &[
    Column(&["aid"], Kind::Text),
    Column(&["accountGroupName"], Kind::Text),
    Column(&["date"], Kind::Time),
    Column(&["event"], Kind::Text),
    Column(&["ipAddress"], Kind::Text),
    Column(&["uid"], Kind::Text),
    Column(&["user"], Kind::Text),
    Column(&["resources"], Kind::Json),
];

const ARRAY_LOG: &[Column] = &[
    Column(&["event_at"], Kind::Time),
    Column(&["action"], Kind::Text),
    Column(&["username"], Kind::Text),
    Column(&["bytes_sent"], Kind::Integer),
    Column(&["bytes_received"], Kind::Integer),
    Column(&["array_task_id"], Kind::Text),
    Column(&["id"], Kind::Text),
    Column(&["query_ranges"], Kind::Text),
    Column(&["query_stats"], Kind::Text),
];

const ACTIVITIES: &[Column] = &[
    Column(&["_id"], Kind::Text),
    Column(&["event_type"], Kind::Text),
    Column(&["create_time"], Kind::Time),
    Column(&["by_whom"], Kind::Text),
    Column(&["class_id"], Kind::Text),
    Column(&["class_version"], Kind::Integer),
    Column(&["template"], Kind::Text),
    Column(&["org_label"], Kind::Text),
    Column(&["org_snode_id"], Kind::Text),
    Column(&["asset_type"], Kind::Text),
    Column(&["asset_label"], Kind::Text),
    Column(&["asset_path"], Kind::Text),
    Column(&["asset_snode_id"], Kind::Text),
    Column(&["display_type"], Kind::Text),
    Column(&["parent_type"], Kind::Text),
    Column(&["parent_label"], Kind::Text),
    Column(&["parent_path"], Kind::Text),
    Column(&["parent_snode_id"], Kind::Text),
    Column(&["partition_label"], Kind::Text),
    Column(&["partition_snode_id"], Kind::Text),
    Column(&["project_label"], Kind::Text),
    Column(&["project_snode_id"], Kind::Text),
    Column(&["user_id"], Kind::Text),
    Column(&["ip_address"], Kind::Text),
    Column(&["group_name"], Kind::Text),
    Column(&["new_name"], Kind::Text),
    Column(&["perm"], Kind::Json),
    Column(&["perms_entry"], Kind::Text),
    Column(&["perms_subject"], Kind::Text),
    Column(&["snaplogic_admin_update"], Kind::Flag),
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The keys in the table of a generated model, which are those that the document declares.
    fn declared(model: &str) -> Vec<&str> {
        let fields = model.split("runtime::Field::").skip(1);
        let keys = fields.filter_map(|field| field.split('"').nth(1));
        keys.collect()
    }

    #[test]
    fn every_declared_property_has_a_column() {
        macro_rules! model {
            ($path:literal) => {
                declared(include_str!(concat!("../../generated/src/", $path, ".rs")))
            };
        }
        let has = |operation, depth: usize, keys: Vec<&str>| {
            assert!(!keys.is_empty());
            for key in keys {
                let mut all = columns(operation).iter();
                let fits = |column: &Column| {
                    column.0.get(depth) == Some(&key) || (depth == 0 && column.0[0] == key)
                };
                assert!(all.any(fits), "{operation}: {key}");
            }
        };
        has(
            "getSessionLogs",
            0,
            model!("exavault/models/session_activity_entry"),
        );
        has(
            "getSessionLogs",
            1,
            model!("exavault/models/session_activity_attributes"),
        );
        has(
            "getWebhookLogs",
            0,
            model!("exavault/models/webhook_activity_entry"),
        );
        has(
            "getWebhookLogs",
            1,
            model!("exavault/models/webhook_activity_attributes_v1"),
        );
        has(
            "getWebhookLogs",
            1,
            model!("exavault/models/webhook_activity_attributes_v2"),
        );
        has(
            "getWebhookLogs",
            1,
            model!("exavault/models/webhook_activity_attributes_legacy"),
        );
        has("getUserEvents", 0, model!("thousandeyes/models/user_event"));
        has(
            "arrayActivityLog",
            0,
            model!("tiledb/models/array_activity_log"),
        );
        has(
            "getActivities",
            0,
            model!("snaplogic/models/activity_entry"),
        );
    }

    #[test]
    fn what_no_column_can_hold_stays_in_the_rest() {
        let event = json!({
            "event_at": "2026-01-02T03:04:05.000000001Z", "bytes_sent": 18_446_744_073_709_551_615_u64,
            "username": null, "id": "a", "new": [1]
        });
        let row = row(event, ARRAY_LOG);
        let held: Vec<_> = row.cells.iter().flatten().collect();
        assert_eq!(held, [&Cell::Text("a".into())]);
        let rest: Value = serde_json::from_str(&row.rest.expect("a rest")).expect("JSON");
        assert_eq!(
            rest,
            json!({
                "event_at": "2026-01-02T03:04:05.000000001Z", "bytes_sent": 18_446_744_073_709_551_615_u64,
                "username": null, "new": [1]
            })
        );
        let whole = super::row(json!({"id": 7, "attributes": {"status": "ok"}}), SESSIONS);
        assert_eq!(whole.rest, None);
        assert_eq!(whole.cells[11], Some(Cell::Text("ok".into())));
        let bare = super::row(json!({"attributes": {}}), SESSIONS);
        assert_eq!(bare.rest.as_deref(), Some(r#"{"attributes":{}}"#));
    }
}
