//! Sends every example a document carries through the emitted types and back. In: the rows with their cases; out: how
//! many came back the same. A small program per crate does it: it reads `[[type, text], …]` and answers a line a case.
//! Invariant: what is compared is JSON (numbers by value, keys without order), never text.

use crate::progress::Progress;
use crate::report::{Examples, Row};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// One example.
#[derive(Debug)]
pub(crate) struct Case {
    /// Where it stands.
    pub(crate) place: String,
    /// The Rust type that reads it.
    pub(crate) rust: String,
    /// The value.
    pub(crate) value: Value,
    /// Whether its schema accepts it; `None` where the judge cannot read the schema.
    pub(crate) valid: Option<bool>,
}

/// Writes the program of one crate.
pub(crate) fn program(krate: &str, module: &str, cases: &[Case]) -> String {
    let root = krate.replace('-', "_");
    let mut types: Vec<&str> = cases.iter().map(|case| case.rust.as_str()).collect();
    types.sort_unstable();
    types.dedup();
    let mut text = format!(
        "//! Reads cases from the file named as its argument, answers a line each.\n\n\
         #![allow(unused_imports, deprecated)]\n\
         use std::collections::BTreeMap;\n\
         use {root}::{module}::models;\n\
         use {root}::runtime::{{self, *}};\n\n\
         fn main() {{\n\
         \x20   let path = std::env::args().nth(1).unwrap_or_default();\n\
         \x20   let text = std::fs::read_to_string(path).unwrap_or_default();\n\
         \x20   for line in text.lines() {{\n\
         \x20       let (index, json) = line.split_once('\\t').unwrap_or((\"\", \"\"));\n\
         \x20       match one(index.parse().unwrap_or(usize::MAX), json.as_bytes()) {{\n\
         \x20           Ok(back) => println!(\"+{{}}\", back),\n\
         \x20           Err(reason) => println!(\"-{{}}\", reason.replace('\\n', \" \")),\n\
         \x20       }}\n\
         \x20   }}\n\
         }}\n\n\
         fn round<T: runtime::Wire>(json: &[u8]) -> Result<String, String> {{\n\
         \x20   let value: T = {root}::json::from_slice(json).map_err(|e| e.to_string())?;\n\
         \x20   String::from_utf8({root}::json::to_vec(&value)).map_err(|e| e.to_string())\n\
         }}\n\n\
         fn one(index: usize, json: &[u8]) -> Result<String, String> {{\n\
         \x20   match index {{\n"
    );
    for (index, rust) in types.iter().enumerate() {
        let rust = rust.replace("crate ::", &format!("{root} ::"));
        let _ = writeln!(text, "        {index} => round::<{rust}>(json),");
    }
    text.push_str("        _ => Err(\"no such type\".to_owned()),\n    }\n}\n");
    text
}

/// Runs the programs of all crates that compiled.
pub(crate) fn run_all(work: &Path, rows: &mut [Row]) -> Result<(), String> {
    let mut bar = Progress::new(
        "round trips",
        rows.iter().filter(|row| row.krate.is_some()).count(),
    );
    for row in rows.iter_mut() {
        let Some(name) = row.krate.clone() else {
            continue;
        };
        bar.step(&name);
        if row
            .compiled
            .as_ref()
            .is_some_and(|c| c.errors == 0 && c.built)
        {
            row.examples = Some(run_one(work, &name, &row.cases)?);
        }
    }
    bar.finish();
    Ok(())
}

fn run_one(work: &Path, name: &str, cases: &[Case]) -> Result<Examples, String> {
    let valid: Vec<&Case> = cases
        .iter()
        .filter(|case| case.valid == Some(true))
        .collect();
    let mut result = Examples {
        found: cases.len(),
        unjudged: cases.iter().filter(|case| case.valid.is_none()).count(),
        valid: valid.len(),
        ..Examples::default()
    };
    if valid.is_empty() {
        return Ok(result);
    }
    let mut types: Vec<&str> = cases.iter().map(|case| case.rust.as_str()).collect();
    types.sort_unstable();
    types.dedup();
    let mut input = String::new();
    for case in &valid {
        let index = types
            .binary_search(&case.rust.as_str())
            .unwrap_or(usize::MAX);
        let _ = writeln!(input, "{index}\t{}", case.value);
    }
    let file = work.join(name).join("cases.txt");
    std::fs::write(&file, input).map_err(|e| e.to_string())?;
    let program = work.join("target/debug/examples").join(example_name(name));
    let program = program.with_extension(std::env::consts::EXE_EXTENSION);
    if !program.is_file() {
        let lost = format!(
            "the program of its {} examples does not compile",
            valid.len()
        );
        result.failures.push(lost);
        return Ok(result);
    }
    let output = Command::new(&program)
        .arg(&file)
        .stderr(Stdio::piped())
        .output()
        .map_err(|e| format!("{} cannot be started: {e}", program.display()))?;
    let answers = String::from_utf8_lossy(&output.stdout);
    let mut lines = answers.lines();
    for case in valid {
        match compare(case, lines.next()) {
            None => result.same += 1,
            Some(reason) => result
                .failures
                .push(format!("{} as {}: {reason}", case.place, case.rust)),
        }
    }
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        result
            .failures
            .push(text.lines().take(12).collect::<Vec<_>>().join("\n"));
    }
    Ok(result)
}

/// The cargo example that runs the cases of a crate.
pub(crate) fn example_name(krate: &str) -> String {
    format!("roundtrip-{krate}")
}

fn compare(case: &Case, answer: Option<&str>) -> Option<String> {
    let Some(answer) = answer else {
        return Some("no answer".to_owned());
    };
    if let Some(reason) = answer.strip_prefix('-') {
        return Some(format!("not decoded: {reason}"));
    }
    let back: Value = match serde_json::from_str(answer.trim_start_matches('+')) {
        Ok(back) => back,
        Err(e) => return Some(format!("what came back is not JSON: {e}")),
    };
    difference(&case.value, &back, "")
}

/// The first place where two JSON values differ.
fn difference(left: &Value, right: &Value, path: &str) -> Option<String> {
    match (left, right) {
        (Value::Object(a), Value::Object(b)) => {
            let gone = a.keys().find(|key| !b.contains_key(*key));
            let come = b.keys().find(|key| !a.contains_key(*key));
            if let Some(key) = gone.or(come) {
                return Some(format!("{path}/{key} is only on one side"));
            }
            a.iter()
                .find_map(|(key, value)| difference(value, &b[key], &format!("{path}/{key}")))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(i, (x, y))| difference(x, y, &format!("{path}/{i}"))),
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => None,
        _ if left == right => None,
        _ => Some(format!("{path}: {left} came back as {right}")),
    }
}
