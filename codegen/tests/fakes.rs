//! The emitted servers against the emitted clients: every operation of every golden case and of the project's own
//! documents is called with the arguments of the example in its docs. Its server finds nothing wrong, its client reads the
//! answer, and the `jsonschema` validator accepts it by the schema of the document. Beside these, values of every style are
//! read back as they were sent (`fakes/styles.rs`), and what is sent wrongly is refused (`fakes/refusals.rs`).
//!
//! Left out of an ordinary run, since it compiles the dependencies of a client once more:
//! `cargo test -p specsmith --test fakes -- --ignored`.

#[allow(dead_code)]
mod crates;
#[path = "fakes/endless.rs"]
mod endless;
#[allow(dead_code)]
#[path = "../examples/corpus/judge.rs"]
mod judge;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use specsmith::ir::{self, ContentKind, Operation, StatusKey};
use specsmith::source::Origin;
use specsmith::{DocumentReport, read};

use crates::{manifest, sorted, write};

#[test]
#[ignore = "compiles a crate of its own"]
fn every_operation_agrees_with_its_server() {
    let reports = reports();
    let folder = folder(&reports);
    let mut lines = Vec::new();
    let calls = run(&folder, &["run", "--quiet", "--example", "calls"]);
    for line in calls.lines() {
        let line: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        lines.push(line);
    }
    let mut wrong = Vec::new();
    let mut called = BTreeSet::new();
    for line in &lines {
        if let Some(problem) = line["problem"].as_str() {
            wrong.push(format!("{}: {problem}", said(line)));
        }
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        called.insert((text("api"), text("operation")));
    }
    for report in &reports {
        let Some(api) = &report.api else { continue };
        for operation in &api.operations {
            if !called.contains(&(name(api), operation.id.clone())) {
                wrong.push(format!("{} {}: was not called", api.module.0, operation.id));
            }
        }
    }
    let judged = judged(&reports, &lines, &mut wrong);
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(judged > 40, "only {judged} answers have schemas");
}

#[test]
#[ignore = "compiles a crate of its own"]
fn values_of_every_style_are_read_back() {
    let folder = folder(&reports());
    run(
        &folder,
        &["test", "--quiet", "--test", "styles", "--test", "refusals"],
    );
}

/// The folder of an API: another one where its name is that of a feature of every crate.
fn name(api: &ir::Api) -> String {
    match api.module.0.as_str() {
        "drift" => "drift_api".to_owned(),
        other => other.to_owned(),
    }
}

/// Which call a line tells of.
fn said(line: &Value) -> &str {
    line["example"].as_str().unwrap_or_default()
}

/// The golden cases, and the documents of the workspace.
fn reports() -> Vec<DocumentReport> {
    let mut reports = crates::reports();
    let specs = manifest().join("../spec");
    for document in sorted(&specs) {
        if document.extension().is_some_and(|end| end == "yaml") {
            reports.push(read(&document, &specs, &[]));
        }
    }
    assert!(reports.len() > 100, "only {} documents", reports.len());
    reports
}

/// The crate of all documents, with a program that calls every operation.
fn folder(reports: &[DocumentReport]) -> PathBuf {
    let apis: Vec<ir::Api> = reports.iter().filter_map(|one| one.api.clone()).collect();
    let folder = write("golden-fakes", &apis);
    let own = manifest().join("tests/fakes");
    for (kind, file, from, more) in [
        ("examples", "calls.rs", "calls.rs", program(&folder)),
        ("tests", "styles.rs", "styles.rs", String::new()),
        ("tests", "refusals.rs", "refusals.rs", String::new()),
        ("tests/common", "mod.rs", "common.rs", String::new()),
    ] {
        let text = fs::read_to_string(own.join(from)).expect("a file");
        fs::create_dir_all(folder.join(kind)).expect("a folder");
        fs::write(folder.join(kind).join(file), text + &more).expect("a file");
    }
    folder
}

/// The calls of all examples in the docs of operations.
fn program(folder: &Path) -> String {
    let mut out = String::new();
    let mut names = Vec::new();
    for folder in sorted(&folder.join("src")) {
        let module = folder.file_name().expect("a name").to_string_lossy();
        if !folder.is_dir() || module == "runtime" {
            continue;
        }
        let Ok(root) = fs::read_to_string(folder.join("mod.rs")) else {
            continue;
        };
        let fake = root
            .lines()
            .skip_while(|line| *line != "#[cfg(feature = \"fake\")]");
        let fake = fake.filter_map(|line| line.strip_prefix("pub mod ")).next();
        let fake = fake.map_or("fake", |name| name.trim_end_matches(';'));
        for file in sorted(&folder).iter().filter(|path| path.is_file()) {
            let text = fs::read_to_string(file).expect("a file");
            for example in examples(&text) {
                let name = format!("call_{}", names.len());
                let _ = writeln!(
                    out,
                    "mod {name} {{\n    use super::prelude::*;\n{example}\n    made!({name}, golden::r#{module}, r#{fake});\n}}"
                );
                names.push((name, module.to_string()));
            }
        }
    }
    assert!(names.len() > 150, "only {} examples", names.len());
    let calls = names.iter().map(|(name, module)| {
        format!("    show(\"{module}\", \"{module} {name}\", {name}::call());\n")
    });
    let calls: String = calls.collect();
    format!("\n{out}\nfn all() {{\n{calls}}}\n")
}

/// The functions in the examples of a file, without what hides them.
fn examples(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut open: Option<Vec<String>> = None;
    for line in text.lines() {
        let Some(line) = line.trim_start().strip_prefix("///") else {
            continue;
        };
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (&mut open, line) {
            (None, "```no_run") => open = Some(Vec::new()),
            (Some(lines), "```") => {
                let text = lines.join("\n");
                open = None;
                if text.contains("async fn example(client: Client)") {
                    out.push(text);
                }
            }
            (Some(lines), line) => {
                let line = line.strip_prefix("# ").unwrap_or(line);
                lines.push(line.to_owned());
            }
            (None, _) => {}
        }
    }
    out
}

/// How many answers there are schemas for. Those that the schema does not accept are wrong.
fn judged(reports: &[DocumentReport], lines: &[Value], wrong: &mut Vec<String>) -> usize {
    let mut judged = 0;
    for report in reports {
        let Some(api) = &report.api else { continue };
        let documents = judge::Documents::of_responses(&report.sources);
        let mut judge = judge::Judge::new(&documents);
        for line in lines.iter().filter(|line| line["api"] == *name(api)) {
            let mut operations = api.operations.iter();
            let operation = operations.find(|operation| line["operation"] == *operation.id);
            let Some(origin) = operation.and_then(|operation| schema(operation, line)) else {
                continue;
            };
            let text = line["body"].as_str().unwrap_or_default();
            let value: Value = match serde_json::from_str(text) {
                Ok(value) => value,
                Err(error) => {
                    wrong.push(format!("{}: no JSON: {error}", said(line)));
                    continue;
                }
            };
            match judge.accepts(&origin, &value) {
                Some(true) => judged += 1,
                Some(false) if endless::is_endless(&report.sources, &origin) => {}
                Some(false) => wrong.push(format!("{}: its schema refuses {value}", said(line))),
                None => {}
            }
        }
    }
    judged
}

/// Where the schema of an answer is, if it is JSON.
fn schema(operation: &Operation, line: &Value) -> Option<Origin> {
    let status = u16::try_from(line["status"].as_u64()?).ok()?;
    let cases = operation
        .success
        .cases
        .iter()
        .chain(&operation.failure.cases);
    let mut cases = cases.filter(|case| match case.status {
        StatusKey::Code(code) => code == status,
        StatusKey::Range(hundred) => u16::from(hundred) == status / 100,
        StatusKey::Default => true,
    });
    let content = cases.next()?.contents.first()?;
    let media = line["media"].as_str().unwrap_or_default();
    let json = content.kind == ContentKind::Json && media.contains("json");
    json.then(|| content.origin.clone())
}

/// Runs cargo on a crate, and gives what it printed.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let text = fs::read_to_string(folder.join("Cargo.toml")).expect("the manifest");
    let table: toml::Table = toml::from_str(&text).expect("TOML");
    let usual = table["features"]["default"].as_array().expect("a list");
    let apis = usual.iter().filter_map(|one| one.as_str());
    let features: Vec<&str> = apis
        .filter(|one| *one != "reqwest")
        .chain(["fake"])
        .collect();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--no-default-features", "--features"])
        .arg(features.join(","))
        .current_dir(folder)
        // One for all crates: their dependencies are the same.
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
        )
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let also = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}\n{said}\n{also}");
    said
}
