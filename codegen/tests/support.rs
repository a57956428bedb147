//! The table of what is supported against the cases: each folder is in a row, each row has its folders, a code named in
//! a row is among the findings of its cases, and every diagnostic has a case.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use specsmith::diag::{Code, Diagnostic};

/// The folders of cases.
const SUITES: [&str; 3] = ["golden", "lower", "load"];

/// Diagnostics that no document alone can cause.
const WITHOUT_CASE: [(&str, &str); 18] = [
    (
        "config-unreadable",
        "needs a file without permission to read it",
    ),
    ("file-unreadable", "needs a path without a file"),
    ("accepted-gone", "is about two documents"),
    ("accepted-invalid", "is about two documents"),
    ("accepted-over", "is about two documents"),
    ("accepted-unreadable", "is about two documents"),
    ("groups-merged", "needs more groups than a case may hold"),
    ("input-none", "is about the command line"),
    (
        "input-unreadable",
        "needs a folder without permission to read it",
    ),
    ("module-twice", "needs two documents"),
    ("output-in-the-way", "is about the output folder"),
    ("output-kept", "is about the output folder"),
    ("output-unreadable", "is about the output folder"),
    ("output-unwritable", "is about the output folder"),
    ("too-large", "needs more than a case may hold"),
    ("too-many-files", "needs more files than a case may hold"),
    (
        "schema-invalid",
        "stands behind a repair that finds the same first",
    ),
    (
        "discriminator-invalid",
        "stands behind a repair that finds the same first",
    ),
];

struct Row {
    line: usize,
    outcome: String,
    cases: Vec<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the table: construct, dialects, what becomes of it, cases.
fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("docs/support.md")).expect("the table");
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let head = cells[0].starts_with("---") || cells[0] == "construct";
        if !line.starts_with('|') || head {
            continue;
        }
        assert_eq!(cells.len(), 4, "line {}: four cells", index + 1);
        rows.push(Row {
            line: index + 1,
            outcome: cells[2].to_owned(),
            cases: cells[3]
                .split(' ')
                .map(|link| linked(link, index + 1))
                .collect(),
        });
    }
    rows
}

/// The folder that a link names; its text and its target are the same.
fn linked(link: &str, line: usize) -> String {
    let (text, target) = link
        .trim_matches(['[', ')'])
        .split_once("](../tests/")
        .unwrap_or_else(|| panic!("line {line}: `{link}` is no link to a case"));
    assert_eq!(text, target, "line {line}");
    text.to_owned()
}

fn folders() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for suite in SUITES {
        let entries = fs::read_dir(root().join("tests").join(suite)).expect("a folder of cases");
        for entry in entries.map(|entry| entry.expect("a case")) {
            if entry.path().is_dir() {
                found.insert(format!("{suite}/{}", entry.file_name().to_string_lossy()));
            }
        }
    }
    found
}

/// The codes among the findings of a case.
fn codes_of(case: &str) -> BTreeSet<String> {
    let path = root().join("tests").join(case).join("diagnostics.txt");
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().filter_map(|line| {
        let (severity, rest) = line.split_once('[')?;
        let (code, _) = rest.split_once("]: ")?;
        ["error", "warning", "note"]
            .contains(&severity)
            .then(|| code.to_owned())
    });
    lines.collect()
}

#[test]
fn every_case_is_in_the_table_and_every_row_has_its_cases() {
    let (rows, folders) = (rows(), folders());
    let named: BTreeSet<String> = rows.iter().flat_map(|row| row.cases.clone()).collect();
    let forgotten: Vec<_> = folders.difference(&named).collect();
    assert!(
        forgotten.is_empty(),
        "in no row of docs/support.md: {forgotten:?}"
    );
    let gone: Vec<_> = named.difference(&folders).collect();
    assert!(
        gone.is_empty(),
        "named in docs/support.md and not there: {gone:?}"
    );
}

#[test]
fn a_row_names_the_codes_that_its_cases_find() {
    let known: BTreeSet<String> = codes_in_source().into_keys().collect();
    let mut wrong = Vec::new();
    for row in rows() {
        let found: BTreeSet<String> = row.cases.iter().flat_map(|case| codes_of(case)).collect();
        for word in row.outcome.split('`').skip(1).step_by(2) {
            // Other words in code, like `Accept`, are no diagnostics.
            if known.contains(word) && !found.contains(word) {
                wrong.push(format!("line {}: its cases do not find `{word}`", row.line));
            }
            if !known.contains(word) && word.contains('-') && word.to_lowercase() == word {
                wrong.push(format!(
                    "line {}: no diagnostic is called `{word}`",
                    row.line
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_diagnostic_has_a_case() {
    let mut found: BTreeSet<String> = folders().iter().flat_map(|case| codes_of(case)).collect();
    let source = codes_in_source();
    // What is found and not collected would mean that the collecting is wrong.
    let missed: Vec<_> = found
        .iter()
        .filter(|code| !source.contains_key(*code))
        .collect();
    assert!(missed.is_empty(), "not seen in the source: {missed:?}");
    for (code, reason) in WITHOUT_CASE {
        assert!(
            source.contains_key(code),
            "there is no `{code}` any more ({reason})"
        );
        assert!(
            found.insert(code.to_owned()),
            "`{code}` has a case now ({reason})"
        );
    }
    let without: Vec<_> = source
        .iter()
        .filter(|(code, _)| !found.contains(*code))
        .collect();
    assert!(without.is_empty(), "no case finds: {without:#?}");
}

#[test]
fn every_diagnostic_is_explained_and_has_a_remedy() {
    let codes = Code::all();
    let explained: BTreeSet<String> = codes.iter().map(|code| code.id.to_owned()).collect();
    assert_eq!(explained.len(), codes.len(), "a code is explained twice");
    let source: BTreeSet<String> = codes_in_source().into_keys().collect();
    let without: Vec<_> = source.difference(&explained).collect();
    assert!(without.is_empty(), "not in `diag/codes`: {without:?}");
    let gone: Vec<_> = explained.difference(&source).collect();
    assert!(gone.is_empty(), "no finding has these any more: {gone:?}");
    for Code {
        id,
        meaning,
        remedy,
    } in codes
    {
        // A sentence, and a line like the others behind `help:`.
        assert!(
            meaning.ends_with('.') && !meaning.starts_with(char::is_lowercase),
            "{id}"
        );
        assert!(!remedy.is_empty() && !remedy.ends_with('.'), "{id}");
    }
    let finding = Diagnostic::warning("ref-missing", None, "nothing is found");
    assert!(finding.remedy().is_some());
}

/// Every code in the source of the stages, with the file it stands in.
fn codes_in_source() -> BTreeMap<String, String> {
    let mut codes = BTreeMap::new();
    let mut folders = vec![root().join("src")];
    // The review has findings of its own, which are no diagnostics, but for those about its file.
    let accept = root().join("src/review/accept.rs");
    let text = fs::read_to_string(&accept).expect("text");
    collect(code_of(&text), &accept, &mut codes);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("source") {
            let path = entry.expect("a file").path();
            if path.is_dir() && !path.ends_with("review") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("tests.rs")
            {
                let text = fs::read_to_string(&path).expect("text");
                collect(code_of(&text), &path, &mut codes);
            }
        }
    }
    codes
}

/// The text of a file without its tests.
fn code_of(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The codes of one file: the first text among the arguments of what reports, and what stands in a `code`.
fn collect(text: &str, path: &Path, codes: &mut BTreeMap<String, String>) {
    const CALLS: [&str; 7] = [
        "error(",
        "warning(",
        "note(",
        "warn(",
        "warn_help(",
        "warn_near(",
        "code: ",
    ];
    // Where other texts are given as well, a code is what has a dash; `complain` is also given chosen ones.
    const OTHERS: [&str; 4] = ["complain(", "rename(", "=> (", "=> "];
    let chosen = text.contains("complain(");
    let calls = CALLS.iter().chain(&OTHERS);
    for call in calls.filter(|call| chosen || !call.starts_with('=')) {
        for (at, _) in text.match_indices(call) {
            let arguments = &text[at + call.len()..];
            let Some((before, rest)) = arguments.split_once('"') else {
                continue;
            };
            let code = rest.split('"').next().unwrap_or_default();
            let sure = CALLS.contains(call) || code.contains('-');
            if sure && is_code(code) && !before.contains([';', '(', ')', '{', '}']) {
                let path = path.strip_prefix(root()).unwrap_or(path);
                codes.insert(code.to_owned(), path.display().to_string());
            }
        }
    }
}

/// Words in small letters, with dashes between.
fn is_code(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(plain)
}
