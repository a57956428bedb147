//! Bodies and examples: decoded, encoded, equal.
//!
//! Input: `tests/bodies` and every example of `spec/`. Output: passes if the generated types give back the JSON they took.
//! Invariant: nothing is left out: each file belongs to an operation, each example to a type.

#[path = "../support/spec.rs"]
mod spec;

use activity::bodies::{self, Finding, difference};
use activity_logs::{exavault, json, snaplogic, thousandeyes, tiledb};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn recorded_bodies() {
    let report = bodies::check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bodies"))
        .expect("a folder");
    assert!(report.is_fine(), "{report}");
    assert!(
        report.lines().all(|(_, finding)| finding.is_same()),
        "{report}"
    );
    // Each operation has a page, and each API an error.
    let types: BTreeSet<&str> = report
        .lines()
        .filter_map(|(_, finding)| match finding {
            Finding::Same(ty) => Some(*ty),
            _ => None,
        })
        .collect();
    let expected = [
        "exavault::ErrorResponse",
        "exavault::SessionActivityResponse",
        "exavault::WebhookActivityResponse",
        "snaplogic::ActivitiesResponse",
        "snaplogic::ErrorResponse",
        "thousandeyes::AuditUserEvents",
        "thousandeyes::ErrorModel",
        "thousandeyes::UnauthorizedError",
        "thousandeyes::ValidationError",
        "tiledb::ArrayActivityLogData",
        "tiledb::ErrorModel",
    ];
    assert_eq!(types, BTreeSet::from(expected));
}

#[test]
fn examples_of_responses() {
    let mut count = 0;
    for api in spec::APIS {
        for answer in spec::answers(&spec::document(api)) {
            let Some((_, example)) = answer.body else {
                continue;
            };
            let status = if answer.status == "default" {
                "500"
            } else {
                &answer.status
            };
            let name = format!("{}-{status}", answer.operation);
            let finding = bodies::round_trip(api, &name, example.to_string().as_bytes());
            assert!(finding.is_same(), "{api} {name}: {finding}");
            count += 1;
        }
    }
    assert_eq!(
        count, 28,
        "a response without an example is null, which no type takes"
    );
}

/// The schemas that have examples at their properties, with the type of each.
macro_rules! schemas {
    ($($api:ident: $($ty:ident),+;)+) => {
        &[$($((stringify!($api), stringify!($ty), turn::<$api::models::$ty> as Turn)),+),+]
    };
}

type Turn = fn(&Value) -> Result<Value, json::DecodeError>;

fn turn<T: activity_logs::runtime::Wire>(value: &Value) -> Result<Value, json::DecodeError> {
    Ok(json::to_value(&json::from_value::<T>(value)?))
}

const SCHEMAS: &[(&str, &str, Turn)] = schemas! {
    exavault: SessionActivityResponse, SessionActivityEntry, SessionActivityAttributes, WebhookActivityResponse,
        WebhookActivityEntry, ShareRecipient, ShareMessage, ErrorResponse, ErrorModel;
    thousandeyes: AuditUserEvents, UserEvent, Link, UnauthorizedError;
    tiledb: ArrayActivityLog, PaginationMetadata;
    snaplogic: ActivitiesResponse, ActivitiesPage, ActivityEntry, ErrorResponse;
};

#[test]
fn examples_of_properties() {
    let mut seen = 0;
    for api in spec::APIS {
        let document = spec::document(api);
        for (name, schema) in document["components"]["schemas"]
            .as_object()
            .expect("schemas")
        {
            let properties = schema["properties"].as_object().into_iter().flatten();
            let examples = properties.filter_map(|(key, property)| {
                Some((key.clone(), property.get("example")?.clone()))
            });
            let examples: Map<String, Value> = examples.collect();
            if examples.is_empty() {
                continue;
            }
            // `Error` would be taken for the error of a call, so its type is called otherwise.
            let names = [name.clone(), format!("{name}Model")];
            let line = SCHEMAS
                .iter()
                .find(|line| line.0 == api && names.iter().any(|name| name == line.1));
            let (_, _, turn) = line.unwrap_or_else(|| panic!("{api} {name} has no line"));
            let before = Value::Object(examples);
            let after = turn(&before).unwrap_or_else(|error| panic!("{api} {name}: {error}"));
            assert_eq!(difference(&before, &after), None, "{api} {name}");
            seen += 1;
        }
    }
    assert_eq!(seen, SCHEMAS.len());
}

#[test]
fn what_is_lost_or_refused_is_found() {
    let cases = [
        (
            "getSessionLogs-200",
            json!({"data": null}),
            "differs (/data: lost)",
        ),
        (
            "getSessionLogs-200",
            json!({"data": [{"id": true}]}),
            "refused (expected",
        ),
        ("getSessionLogs", json!({}), "not one of"),
    ];
    for (name, body, expected) in cases {
        let finding = bodies::round_trip("exavault", name, body.to_string().as_bytes()).to_string();
        assert!(finding.starts_with(expected), "{finding}");
    }
}
