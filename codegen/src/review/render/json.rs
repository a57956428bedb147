//! In: a report. Out: the same as JSON, in the shape of `docs/diff.schema.json`. Invariant: keys are only ever added.

use serde_json::{Value, json};

use super::super::report::{Change, Location, Reach, Report};

/// The report as JSON.
pub fn render(report: &Report) -> Value {
    let summary = &report.summary;
    json!({
        "summary": {
            "wire": summary.wire.as_str(),
            "rust": summary.rust.as_str(),
            "changes": report.changes.len(),
            "operations": summary.operations,
            "breaking": summary.breaking,
            "risky": summary.risky,
            "compatible": summary.compatible,
            "major": summary.major,
            "minor": summary.minor,
            "patch": summary.patch,
            "respelled": report.spelling.as_str(),
        },
        "changes": report.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn change(change: &Change) -> Value {
    let reach = change.reach.iter().map(reach);
    json!({
        "rule": change.rule,
        "wire": change.wire.as_str(),
        "rust": change.rust.as_str(),
        "method": change.method,
        "path": change.path,
        "pointer": change.pointer,
        "message": change.message,
        "reach": reach.collect::<Vec<_>>(),
        "fingerprint": change.fingerprint,
        "part_of": change.part_of,
        "accepted": change.accepted,
        "base": location(&change.base),
        "revision": location(&change.revision),
    })
}

fn reach(reach: &Reach) -> Value {
    let mut value = json!({ "method": reach.method, "path": reach.path, "part": reach.part });
    if let Some(now) = &reach.now {
        value["now"] = now.as_str().into();
    }
    value
}

fn location(location: &Location) -> Value {
    json!({
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "pointer": &*location.origin.pointer,
    })
}
