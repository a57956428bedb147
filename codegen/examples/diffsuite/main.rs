//! Compares the diff with what is known about pairs of documents: `diffsuite DIR…` or `diffsuite churn DIR…`, where a folder holds cases with
//! `expected.json`, pairs with one change each and `verdicts.tsv`, or successive versions of real documents.
//! In: folders. Out: tables and totals on the terminal. Invariant: nothing is written.

mod cases;
mod churn;
mod micro;
mod pairs;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use specsmith::load::{LoadOptions, Loaded, load};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let verbose = take(&mut arguments, "--verbose");
    if arguments.is_empty() {
        eprintln!("usage: diffsuite [--verbose] [churn] DIR…");
        return ExitCode::from(2);
    }
    let churns = take(&mut arguments, "churn");
    let mut good = true;
    for folder in &arguments {
        let folder = Path::new(folder);
        println!("== {}", folder.display());
        let passed = if churns {
            churn::run(folder)
        } else if folder.join("verdicts.tsv").is_file() {
            micro::run(folder)
        } else if subfolders(folder)
            .iter()
            .any(|case| case.join("expected.json").is_file())
        {
            cases::run(folder, verbose)
        } else {
            pairs::run(folder)
        };
        good &= passed;
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn take(arguments: &mut Vec<String>, flag: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|argument| argument != flag);
    arguments.len() < before
}

/// The folders in a folder, by name.
fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

/// The two documents of a case.
fn load_pair(case: &Path) -> Option<(Loaded, Loaded)> {
    Some((load_one(case, "base")?, load_one(case, "revision")?))
}

fn load_one(case: &Path, stem: &str) -> Option<Loaded> {
    let path = ["yaml", "yml", "json"]
        .iter()
        .map(|extension| case.join(format!("{stem}.{extension}")))
        .find(|path| path.is_file())?;
    load(&path, &LoadOptions::default()).0
}

fn name(case: &Path) -> String {
    case.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
