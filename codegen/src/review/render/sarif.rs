//! In: a report. Out: SARIF 2.1.0, for code scanning. Invariant: every result names a rule that the run describes, and a
//! fingerprint that survives moved lines.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::report::{Change, Location, Report, Rust, Wire};
use super::super::rules::Rule;
use super::escape;

/// Where the schema of the format is.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The report as SARIF.
pub fn render(report: &Report) -> Value {
    let ids: BTreeSet<&str> = report.changes.iter().map(|one| one.rule.as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let results = report.changes.iter().map(|change| result(change, &ids));
    // There is no line that it is about.
    let notifications = report.respelled().map(|words| {
        let level = match report.spelling {
            Rust::Major => "warning",
            Rust::Minor | Rust::Patch => "note",
        };
        json!({ "level": level, "message": { "text": words } })
    });
    let notifications: Vec<Value> = notifications.into_iter().collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "specsmith",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": ids.iter().map(|id| rule(id)).collect::<Vec<_>>(),
                },
            },
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": notifications,
            }],
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn rule(id: &str) -> Value {
    let Some(rule) = Rule::find(id) else {
        return json!({ "id": id });
    };
    json!({
        "id": id,
        "shortDescription": { "text": rule.what },
        "fullDescription": { "text": rule.explanation() },
        "defaultConfiguration": { "level": level(rule.wire) },
        "properties": { "direction": rule.direction.as_str(), "rust": rule.rust.as_str() },
    })
}

fn result(change: &Change, ids: &[&str]) -> Value {
    let index = ids
        .iter()
        .position(|id| *id == change.rule)
        .unwrap_or_default();
    let mut result = json!({
        "ruleId": change.rule,
        "ruleIndex": index,
        "level": level(change.wire),
        "message": { "text": escape(&change.message) },
        "locations": [location(&change.revision)],
        "relatedLocations": [related(&change.base)],
        "partialFingerprints": { "specsmith/v1": change.fingerprint },
        "properties": {
            "wire": change.wire.as_str(),
            "rust": change.rust.as_str(),
            "pointer": change.pointer,
            "reach": change.reach.len(),
        },
    });
    if let Some(reason) = &change.accepted {
        let suppression = json!({ "kind": "external", "justification": escape(reason) });
        result["suppressions"] = json!([suppression]);
    }
    result
}

fn related(base: &Location) -> Value {
    let mut location = location(base);
    location["id"] = json!(0);
    location["message"] = json!({ "text": "before" });
    location
}

fn location(location: &Location) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&location.file) },
            "region": {
                "startLine": location.line,
                "startColumn": location.column,
                "endLine": location.end_line.max(location.line),
                "endColumn": location.end_column.max(1),
            },
        },
        "logicalLocations": [{ "fullyQualifiedName": escape(&location.origin.pointer) }],
    })
}

fn level(wire: Wire) -> &'static str {
    match wire {
        Wire::Breaking => "error",
        Wire::Risky => "warning",
        Wire::Compatible => "note",
    }
}

/// A file name as a relative URI reference (RFC 3986), from where the command runs.
fn uri(file: &str) -> String {
    let file = file.strip_prefix("./").unwrap_or(file);
    let mut uri = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn file_names_are_uri_references() {
        assert_eq!(uri("spec/a b.yaml"), "spec/a%20b.yaml");
        assert_eq!(uri("main:spec/a.yaml"), "main%3Aspec/a.yaml");
        assert_eq!(uri("./a%2Fb.yaml"), "a%252Fb.yaml");
    }
}
