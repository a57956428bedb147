//! Compiles every generated crate of the workspace in one go. In: the rows with their crates; out: errors and
//! warnings counted per crate. Invariant: a message is counted for the crate whose manifest cargo names.

use crate::progress::Progress;
use crate::report::{Compiled, Row};
use serde_json::Value;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// How far crates are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// `cargo check`: what rustc says of the library.
    Check,
    /// `cargo build`, with the program that sends examples round.
    Build,
}

/// Compiles all crates and notes what rustc said of each.
pub(crate) fn run_all(
    work: &Path,
    jobs: usize,
    depth: Depth,
    rows: &mut [Row],
) -> Result<(), String> {
    let started = std::time::Instant::now();
    let mut by_name: HashMap<String, Compiled> = HashMap::new();
    let mut bar = Progress::new(
        "compiling",
        rows.iter().filter(|row| row.krate.is_some()).count(),
    );
    let targets: &[&str] = match depth {
        Depth::Check => &["check", "--lib"],
        Depth::Build => &["build", "--lib", "--examples"],
    };
    let mut child = Command::new("cargo")
        .args(targets)
        .args([
            "--workspace",
            "--keep-going",
            "--message-format=json",
            "--quiet",
        ])
        .args(["--jobs", &jobs.max(1).to_string()])
        .current_dir(work)
        .env("CARGO_TARGET_DIR", "target")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| format!("cargo cannot be started: {e}"))?;
    let Some(stdout) = child.stdout.take() else {
        return Err("cargo gave no output".to_owned());
    };
    for line in BufReader::new(stdout).lines() {
        let line = line.map_err(|e| e.to_string())?;
        if let Ok(message) = serde_json::from_str::<Value>(&line) {
            note(&message, &mut by_name, &mut bar);
        }
    }
    child.wait().map_err(|e| e.to_string())?;
    bar.finish();
    for row in rows.iter_mut() {
        if let Some(name) = &row.krate {
            row.compiled = Some(by_name.remove(name).unwrap_or_default());
        }
    }
    eprintln!("compiled in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

fn note(message: &Value, by_name: &mut HashMap<String, Compiled>, bar: &mut Progress) {
    let Some(name) = package_name(message) else {
        return;
    };
    let kinds = message["target"]["kind"].as_array();
    if !kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == "lib")) {
        return;
    }
    match message["reason"].as_str() {
        Some("compiler-artifact") if name.starts_with("doc-") => {
            by_name.entry(name.clone()).or_default().built = true;
            bar.step(&name);
        }
        Some("compiler-message") => {
            let entry = by_name.entry(name).or_default();
            let text = message["message"]["rendered"].as_str().unwrap_or_default();
            match message["message"]["level"].as_str() {
                Some("error") => {
                    entry.errors += 1;
                    entry.first.get_or_insert_with(|| text.to_owned());
                }
                Some("warning") => {
                    entry.warnings += 1;
                    entry.first.get_or_insert_with(|| text.to_owned());
                }
                _ => {}
            }
        }
        _ => {}
    }
}

/// The package a message is about, from the folder its manifest stands in.
fn package_name(message: &Value) -> Option<String> {
    let manifest = Path::new(message["manifest_path"].as_str()?);
    Some(manifest.parent()?.file_name()?.to_str()?.to_owned())
}
