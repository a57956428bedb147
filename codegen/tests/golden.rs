//! Golden cases: a folder each under `golden/`, holding a document, the IR it becomes, and the Rust that is emitted.
//!
//! `spec.yaml` or `spec.json` (with `spec.toml` or `overlay.yaml`, if a case needs one) is the input. `ir.txt`,
//! `api.txt`, `diagnostics.txt` and the `.rs` files are what must come out; `mod.rs` and `models/mod.rs` are compared only where a
//! case has the first, `cli.rs` and the files of `fake/` where it has them or `mod.rs`. `UPDATE=1` writes them anew and then
//! fails, so that the difference is looked at.

use specsmith::{Options, diag, ir, output, read};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root()).expect("the folder of cases");
    let folders = entries.map(|entry| entry.expect("a case").path());
    let mut out: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    out.sort();
    out
}

fn document(case: &Path) -> PathBuf {
    let names = ["spec.yaml", "spec.json"].into_iter();
    let mut paths = names.map(|name| case.join(name));
    paths
        .find(|path| path.is_file())
        .expect("a case has a document")
}

/// What comes out of a case, by file name.
fn actual(case: &Path) -> BTreeMap<String, String> {
    let overlay = case.join("overlay.yaml");
    let overlays: Vec<PathBuf> = overlay.is_file().then_some(overlay).into_iter().collect();
    let report = read(&document(case), case, &overlays);
    let mut out = BTreeMap::new();
    let findings = diag::render(&report.diagnostics, &report.sources, false, usize::MAX);
    // Only the case's own folder may show in a golden.
    let findings = findings.replace(&format!("{}/", case.display()), "");
    if !findings.is_empty() {
        out.insert("diagnostics.txt".to_owned(), findings);
    }
    let Some(api) = report.api else {
        return out;
    };
    out.insert("ir.txt".to_owned(), ir::dump(&api));
    let prefix = format!("src/{}/", api.module.0);
    let options = Options::new(Vec::new(), "", "golden");
    for file in output(&[api], &options) {
        if file.path.starts_with("api/") {
            let text = file.text.splitn(4, '\n').nth(3).unwrap_or_default();
            out.insert("api.txt".to_owned(), text.to_owned());
        }
        if let Some(path) = file.path.strip_prefix(&prefix) {
            // The header says nothing that the case is about.
            let text = file.text.splitn(4, '\n').nth(3).unwrap_or_default();
            out.insert(path.to_owned(), text.to_owned());
        }
    }
    out
}

/// The expectations of a case, by file name.
fn expected(case: &Path) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for folder in [case.to_path_buf(), case.join("models"), case.join("fake")] {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("a file").path();
            let name = path.strip_prefix(case).expect("below the case");
            let name = name.to_string_lossy().replace('\\', "/");
            let texts = ["api.txt", "ir.txt", "diagnostics.txt"];
            let golden = name.ends_with(".rs") || texts.contains(&name.as_str());
            if golden {
                out.insert(name, fs::read_to_string(&path).expect("text"));
            }
        }
    }
    out
}

fn update(case: &Path, actual: &BTreeMap<String, String>, expected: &BTreeMap<String, String>) {
    for (name, text) in actual {
        let path = case.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a golden");
    }
    for name in expected.keys().filter(|name| !actual.contains_key(*name)) {
        fs::remove_file(case.join(name)).expect("a golden");
    }
}

#[test]
fn every_case_gives_what_it_gave_before() {
    let updating = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let name = case
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let (mut actual, expected) = (actual(&case), expected(&case));
        if !expected.contains_key("mod.rs") {
            actual.remove("mod.rs");
            actual.remove("models/mod.rs");
            if let Some(face) = actual.get_mut("api.txt") {
                *face = without_common(face);
            }
            if !expected.contains_key("cli.rs") {
                actual.remove("cli.rs");
            }
        }
        let fake = expected.keys().any(|file| file.starts_with("fake/"));
        if !fake && !expected.contains_key("mod.rs") {
            actual.retain(|file, _| !file.starts_with("fake/"));
        }
        if actual == expected {
            continue;
        }
        if updating {
            update(&case, &actual, &expected);
        }
        for (file, text) in &actual {
            if expected.get(file) != Some(text) {
                wrong.push(format!(
                    "{name}/{file}: {}",
                    first_difference(expected.get(file), text)
                ));
            }
        }
        let gone = expected.keys().filter(|file| !actual.contains_key(*file));
        wrong.extend(gone.map(|file| format!("{name}/{file}: is not emitted any more")));
    }
    assert!(
        wrong.is_empty(),
        "UPDATE=1 rewrites the goldens\n{}",
        wrong.join("\n")
    );
}

/// The lines of a face that not every API has: what all have is in the cases that have a `mod.rs`.
fn without_common(face: &str) -> String {
    const COMMON: [&str; 8] = [
        "Client struct",
        "Client::ENV ",
        "Client::builder ",
        "Client::drift ",
        "Client::from_env ",
        "Client::request ",
        "ClientBuilder",
        "models mod",
    ];
    let own = |line: &&str| !COMMON.iter().any(|word| line.starts_with(word));
    let lines = face.lines().filter(own);
    lines.map(|line| format!("{line}\n")).collect()
}

fn first_difference(expected: Option<&String>, actual: &str) -> String {
    let Some(expected) = expected else {
        return "is new".to_owned();
    };
    let mut lines = expected.lines().zip(actual.lines()).enumerate();
    match lines.find(|(_, (a, b))| a != b) {
        Some((line, (a, b))) => format!("line {}\n  - {a}\n  + {b}", line + 1),
        None => "one of them ends earlier".to_owned(),
    }
}

#[test]
fn checks_come_only_to_those_who_ask() {
    let options = Options::new(Vec::new(), "", "golden");
    let texts = |case: &str| {
        let case = root().join(case);
        let api = read(&document(&case), &case, &[]).api.expect("an API");
        output(&[api], &options)
    };
    let about_checks = |text: &str| {
        [
            "Bounds {",
            "Bounds;",
            "Bound::",
            "Checker",
            "fn validate",
            "regress",
            "[check]",
        ]
        .iter()
        .any(|word| text.contains(word))
    };
    let asked = texts("checked");
    assert!(
        asked
            .iter()
            .any(|file| file.path == "src/runtime/pattern.rs")
    );
    assert!(
        asked
            .iter()
            .any(|file| file.path == "Cargo.toml" && file.text.contains("regress"))
    );
    for file in texts("struct") {
        assert!(!about_checks(&file.text), "{}", file.path);
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for case in cases() {
        assert_eq!(actual(&case), actual(&case), "{}", case.display());
    }
}
