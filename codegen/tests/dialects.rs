//! One API, written in every dialect, as YAML and as JSON, in one file and over several: the generated Rust is the same,
//! byte for byte.
//!
//! The documents are in `tests/dialects`, a folder each. `openapi30` is what the others are held against; what one of
//! the dialects has no words for is in none of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use specsmith::config::Config;
use specsmith::diag::{Diagnostics, render};
use specsmith::load::{LoadOptions, Loaded, load, load_text, parse_text};
use specsmith::lower::lower;
use specsmith::source::Sources;
use specsmith::{Options, output};

/// What the other documents are held against.
const FIRST: &str = "openapi30";

/// The folders of the other documents.
const OTHERS: [&str; 4] = ["swagger2", "openapi31", "openapi32", "files"];

fn document(folder: &str) -> PathBuf {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialects");
    cases.join(folder).join("shop.yaml")
}

type Read = (Option<Loaded>, Sources, Diagnostics);

/// The files of the crate, by path; nothing may be found wrong on the way.
fn generated(what: &str, (loaded, sources, mut diagnostics): Read) -> BTreeMap<String, String> {
    let config = Config::parse("[api]\nmodule = \"shop\"\nsource = \"shop\"\n").expect("valid");
    let api = loaded.and_then(|loaded| {
        let (api, more) = lower(&loaded, &config);
        diagnostics.extend(more);
        api
    });
    let findings = render(&diagnostics, &sources, false, usize::MAX);
    assert!(findings.is_empty(), "{what}:\n{findings}");
    let api = api.expect("a description");
    let files = output(&[api], &Options::new(Vec::new(), "", "dialects"));
    let files = files.into_iter();
    files.map(|file| (file.path, file.text)).collect()
}

fn from_yaml(folder: &str) -> BTreeMap<String, String> {
    generated(folder, load(&document(folder), &LoadOptions::default()))
}

/// The same document as JSON text; only for those of one file.
fn from_json(folder: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(document(folder)).expect("the document");
    let value = parse_text(&text).expect("YAML");
    let json = serde_json::to_string_pretty(&value).expect("JSON");
    let what = format!("{folder} as JSON");
    generated(
        &what,
        load_text("shop.json", &json, &LoadOptions::default()),
    )
}

/// Where two crates differ.
fn differences(
    what: &str,
    expected: &BTreeMap<String, String>,
    actual: &BTreeMap<String, String>,
) -> Vec<String> {
    let mut found = Vec::new();
    let paths: std::collections::BTreeSet<_> = expected.keys().chain(actual.keys()).collect();
    for path in paths {
        let none = String::new();
        let (a, b) = (expected.get(path), actual.get(path));
        let (a, b) = (a.unwrap_or(&none), b.unwrap_or(&none));
        if a == b {
            continue;
        }
        let mut lines = a.lines().zip(b.lines()).filter(|(a, b)| a != b);
        let (a, b) = lines.next().unwrap_or(("one", "ends earlier"));
        found.push(format!("{what}: {path}\n  - {a}\n  + {b}"));
    }
    found
}

#[test]
fn every_dialect_gives_the_same_bytes() {
    let expected = from_yaml(FIRST);
    // A comparison of nothing with nothing would pass as well.
    assert!(expected.contains_key("src/shop/models/book.rs"));
    let mut found = Vec::new();
    for folder in OTHERS {
        found.extend(differences(folder, &expected, &from_yaml(folder)));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn json_gives_the_bytes_that_yaml_gives() {
    for folder in [FIRST, "swagger2", "openapi31", "openapi32"] {
        let found = differences(folder, &from_yaml(folder), &from_json(folder));
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}
