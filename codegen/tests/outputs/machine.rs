//! What programs read: JSON, SARIF and the annotations of a workflow. In: every report of `common`, and the shop; out: that each is
//! as its schema, or whoever reads it, wants it.

use super::common::{HERE, judge, read_json, reports, shop, side, stdout};
use serde_json::{Value, json};
use specsmith::review::render;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn json_is_as_its_schema_says() {
    let schema = read_json(&Path::new(HERE).join("docs/diff.schema.json"));
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let mut changes = 0;
    for (name, report) in reports() {
        let value = render::json::render(&report);
        changes += report.changes.len();
        judge(&validator, &value, &name);
    }
    assert!(changes > 500, "only {changes} changes were looked at");
    let out = shop(&["--format", "json", "--suggest-version", "1.4.2"]);
    let value: Value = serde_json::from_str(&stdout(&out)).expect("JSON");
    judge(&validator, &value, "shop");
    assert_eq!(value["summary"]["suggested_version"], "2.0.0");
    let mut wrong = value;
    wrong["changes"][0]["wire"] = Value::from("fatal");
    assert!(!validator.is_valid(&wrong));
}

fn sarif_validator() -> jsonschema::Validator {
    let schema = read_json(&Path::new(HERE).join("tests/outputs/sarif.schema.json"));
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).expect("a sound schema")
}

#[test]
fn sarif_is_as_the_standard_asks() {
    let validator = sarif_validator();
    let wrong = json!({"version": "2.1.0", "$schema": "no uri at all", "runs": []});
    assert_eq!(validator.iter_errors(&wrong).count(), 2);
    for (name, report) in reports() {
        let value = render::sarif::render(&report);
        judge(&validator, &value, &name);
        let run = &value["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        let ids: BTreeSet<&str> = rules
            .iter()
            .filter_map(|rule| rule["id"].as_str())
            .collect();
        assert_eq!(
            ids.len(),
            rules.len(),
            "{name}: each rule is described once"
        );
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), report.changes.len(), "{name}");
        for result in results {
            let index = result["ruleIndex"].as_u64().expect("an index") as usize;
            assert_eq!(
                run["tool"]["driver"]["rules"][index]["id"],
                result["ruleId"]
            );
            let (locations, related) = (&result["locations"], &result["relatedLocations"]);
            let all = [locations, related].map(|all| all.as_array().expect("locations"));
            for location in all.into_iter().flatten() {
                let region = &location["physicalLocation"]["region"];
                let at =
                    |line: &str, column: &str| (region[line].as_u64(), region[column].as_u64());
                let (start, end) = (at("startLine", "startColumn"), at("endLine", "endColumn"));
                assert!(start <= end, "{name}: {region}");
            }
        }
    }
}

/// It is what it checks that makes a schema worth something.
#[test]
fn what_the_standard_does_not_take_is_refused() {
    let validator = sarif_validator();
    let reports = reports().into_iter();
    let values = reports.map(|(_, report)| render::sarif::render(&report));
    let mut with_results = values.filter(|value| value.pointer("/runs/0/results/0").is_some());
    let mut wrong = with_results.next().expect("a report with results");
    let mut refused = |pointer: &str, worse: Value| {
        let there = wrong.pointer_mut(pointer).expect("a place");
        let good = std::mem::replace(there, worse);
        assert!(!validator.is_valid(&wrong), "{pointer}");
        *wrong.pointer_mut(pointer).expect("a place") = good;
    };
    refused("/version", json!("2.0.0"));
    refused("/runs/0/columnKind", json!("bytes"));
    refused("/runs/0/invocations/0/executionSuccessful", json!("yes"));
    refused("/runs/0/tool/driver/semanticVersion", json!("1.4"));
    refused("/runs/0/tool/driver/name", json!(""));
    refused("/runs/0/tool", json!({}));
    let first = "/runs/0/results/0";
    let region = format!("{first}/locations/0/physicalLocation/region");
    for place in ["startLine", "startColumn", "endLine", "endColumn"] {
        refused(&format!("{region}/{place}"), json!(0));
    }
    let file = format!("{first}/relatedLocations/0/physicalLocation/artifactLocation/uri");
    for uri in ["a b.yaml", "a\\b.yaml", "C:/b.yaml", "./b.yaml", ""] {
        refused(&file, json!(uri));
    }
    for (place, worse) in [
        ("level", json!("fatal")),
        ("message", json!({})),
        ("message/text", json!("")),
        ("ruleIndex", json!(-1)),
        ("ruleId", json!("")),
        ("partialFingerprints", json!({"specsmith/v1": 1})),
        ("relatedLocations/0/id", json!(-1)),
    ] {
        refused(&format!("{first}/{place}"), worse);
    }
    for rule in [
        "defaultConfiguration/level",
        "shortDescription",
        "fullDescription/text",
        "id",
    ] {
        refused(&format!("/runs/0/tool/driver/rules/0/{rule}"), json!(0));
    }
    // No object but a bag of properties takes what the standard does not name.
    let objects = [
        "",
        "/runs/0",
        "/runs/0/tool",
        "/runs/0/tool/driver",
        "/runs/0/tool/driver/rules/0",
        "/runs/0/tool/driver/rules/0/shortDescription",
        "/runs/0/tool/driver/rules/0/defaultConfiguration",
        "/runs/0/invocations/0",
        "/runs/0/results/0",
        "/runs/0/results/0/message",
        "/runs/0/results/0/locations/0",
        "/runs/0/results/0/locations/0/logicalLocations/0",
        "/runs/0/results/0/locations/0/physicalLocation",
        "/runs/0/results/0/locations/0/physicalLocation/artifactLocation",
        "/runs/0/results/0/locations/0/physicalLocation/region",
    ];
    for pointer in objects {
        let mut more = wrong.pointer(pointer).expect("an object").clone();
        more["unheardOf"] = json!(1);
        let mut whole = wrong.clone();
        *whole.pointer_mut(pointer).expect("an object") = more;
        assert!(!validator.is_valid(&whole), "{pointer}");
    }
}

#[test]
fn annotations_stand_on_the_lines_that_changed() {
    let text = stdout(&shop(&["--format", "github"]));
    let revision = fs::read_to_string(side("revision")).expect("the revision");
    let base = fs::read_to_string(side("base")).expect("the base");
    let line =
        |text: &str, number: usize| text.lines().nth(number - 1).unwrap_or_default().to_owned();
    let at = |rule: &str| {
        let found = text
            .lines()
            .find(|line| line.contains(&format!("({rule})")));
        let found = found
            .unwrap_or_else(|| panic!("{rule} in\n{text}"))
            .to_owned();
        let number = found
            .split("line=")
            .nth(1)
            .and_then(|rest| rest.split(',').next());
        (number.and_then(|n| n.parse().ok()).expect("a line"), found)
    };
    let (number, command) = at("request-property-max-length-decreased");
    assert!(line(&revision, number).contains("coupon: {type: string, maxLength: 12}"));
    assert!(command.starts_with("::error file="));
    let (number, _) = at("response-property-became-required");
    assert!(line(&revision, number).contains("total"));
    // What is gone is shown where it was, too.
    let (number, command) = at("request-property-removed");
    assert_eq!(line(&revision, number).trim(), "NewOrder:");
    let was = command
        .split("base.yaml%3A")
        .nth(1)
        .or_else(|| command.split("base.yaml:").nth(1));
    let was: usize = was
        .and_then(|rest| rest.split('%').next())
        .and_then(|n| n.parse().ok())
        .expect("a line");
    assert_eq!(line(&base, was).trim(), "gift: {type: boolean}");
    for command in text.lines() {
        assert!(
            ["::error file=", "::warning file=", "::notice file="]
                .iter()
                .any(|start| command.starts_with(start))
        );
    }
}
