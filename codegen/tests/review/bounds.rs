//! In: schemas that all refer to all others. Out: whether the comparison ends in time. Invariant: the time grows with
//! the references, not with the ways that lead through them.

use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use specsmith::load::{LoadOptions, Loaded, load_text};
use specsmith::review::{Options, diff};

/// As many schemas as asked for, each with a property of every other, reached by 100 operations.
fn recursive(schemas: usize, more: &Value) -> Loaded {
    let reference = |at: usize| json!({ "$ref": format!("#/components/schemas/S{at}") });
    let all: Map<String, Value> = (0..schemas)
        .map(|at| {
            let properties = (0..schemas).map(|to| (format!("p{to}"), reference(to)));
            let mut properties: Map<String, Value> = properties.collect();
            if at == schemas / 2 {
                properties.insert("more".to_owned(), more.clone());
            }
            (
                format!("S{at}"),
                json!({ "type": "object", "properties": properties }),
            )
        })
        .collect();
    let paths: Map<String, Value> = (0..100)
        .map(|at| {
            let content = json!({ "application/json": { "schema": reference(at % schemas) } });
            let response = json!({ "description": "ok", "content": content });
            (
                format!("/p{at}"),
                json!({ "get": { "responses": { "200": response } } }),
            )
        })
        .collect();
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": "cycles", "version": "1" },
        "paths": paths,
        "components": { "schemas": all },
    });
    load_text(
        "cycles.json",
        &document.to_string(),
        &LoadOptions::default(),
    )
    .0
    .expect("the document is sound")
}

fn compared(schemas: usize) -> Duration {
    let base = recursive(schemas, &json!({ "type": "string" }));
    let revision = recursive(schemas, &json!({ "type": "integer" }));
    let start = Instant::now();
    let report = diff(&base, &revision, &Options::default());
    let taken = start.elapsed();
    assert_eq!(report.changes.len(), 1, "one change is one entry");
    assert_eq!(
        report.changes[0].reach.len(),
        100,
        "every operation leads to it"
    );
    taken
}

#[test]
fn mutually_recursive_schemas_are_compared_in_linear_time() {
    let (small, large) = (compared(125), compared(250));
    // Four times the references; a machine may be busy, so twice that is let pass. Every way through them would take ages.
    let most = small.max(Duration::from_millis(50)) * 8;
    assert!(large < most, "{large:?} after {small:?}");
    assert!(large < Duration::from_secs(20), "{large:?}");
}
