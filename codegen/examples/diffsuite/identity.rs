//! In: a folder of documents. Out: in which other spelling one of them seems to differ from itself. Invariant: every
//! spelling is compared in both directions, and the documents themselves are left alone.

use std::path::{Path, PathBuf};

use serde_json::Value;
use specsmith::load::{Limits, LoadOptions, Loaded, load, load_text, parse_text, text};
use specsmith::review::{Options, diff};

use super::spellings::{self, Spelling};

#[derive(Default)]
struct Totals {
    documents: usize,
    unreadable: usize,
    compared: usize,
    different: usize,
    lost: usize,
}

/// Compares every document with every other spelling of itself. Says whether nothing was found.
pub(crate) fn run(folder: &Path) -> bool {
    let mut totals = Totals::default();
    let scratch = std::env::temp_dir().join(format!("diffsuite-{}", std::process::id()));
    for path in documents(folder) {
        document(&path, &scratch, &mut totals);
    }
    let _ = std::fs::remove_dir_all(&scratch);
    println!(
        "documents        {} ({} cannot be read)",
        totals.documents, totals.unreadable
    );
    println!("comparisons      {}", totals.compared);
    println!("spellings lost   {}", totals.lost);
    println!("differences      {}", totals.different);
    totals.different == 0 && totals.lost == 0
}

fn document(path: &Path, scratch: &Path, totals: &mut Totals) {
    totals.documents += 1;
    let Some(base) = load(path, &LoadOptions::default()).0 else {
        println!("{}: cannot be read", path.display());
        totals.unreadable += 1;
        return;
    };
    compare(path, "itself", &base, &base, totals);
    let Some(value) = text(path, &Limits::default()).and_then(|text| parse_text(&text)) else {
        return;
    };
    if base.files.len() > 1 {
        return;
    }
    for (name, spelling) in spellings::all(&value, &base) {
        let other = match spelling {
            Spelling::One(value) => {
                load_text("entry.json", &print(&value), &LoadOptions::default()).0
            }
            Spelling::Files(files) => load_files(scratch, &files),
        };
        match other {
            // Its references are where none may be, so that the second file was not looked for.
            Some(other) if spelled_in_two(name) && other.files.len() < 2 => {}
            Some(other) => {
                compare(path, name, &base, &other, totals);
                compare(path, name, &other, &base, totals);
            }
            None => {
                println!("{}: {name}: cannot be read", path.display());
                totals.lost += 1;
            }
        }
    }
}

fn spelled_in_two(name: &str) -> bool {
    name == "a file of components"
}

/// Writes files into a folder of their own and reads the first.
fn load_files(scratch: &Path, files: &[(String, Value)]) -> Option<Loaded> {
    std::fs::remove_dir_all(scratch).ok();
    for (name, value) in files {
        let path = scratch.join(name);
        std::fs::create_dir_all(path.parent()?).ok()?;
        std::fs::write(&path, print(value)).ok()?;
    }
    load(&scratch.join(&files.first()?.0), &LoadOptions::default()).0
}

fn compare(path: &Path, name: &str, base: &Loaded, revision: &Loaded, totals: &mut Totals) {
    totals.compared += 1;
    let report = diff(base, revision, &Options::now());
    let Some(first) = report.changes.first() else {
        return;
    };
    totals.different += 1;
    println!(
        "{}: {name}: {} changes, such as {} {} {} {}",
        path.display(),
        report.changes.len(),
        first.rule,
        first.message,
        first.base.origin.pointer,
        first.revision.origin.pointer,
    );
}

fn print(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The documents in a folder and below it.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).into_iter().flatten().flatten();
            open.extend(entries.map(|entry| entry.path()));
            continue;
        }
        let extension = path.extension().and_then(|extension| extension.to_str());
        if matches!(extension, Some("yaml" | "yml" | "json")) {
            found.push(path);
        }
    }
    found.sort();
    found
}
