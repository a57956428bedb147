//! Compares the diff with what is known about pairs of documents. In: folders. Out: tables and totals on the terminal.
//! Invariant: nothing is written but to the temporary directory.
//!
//! - `diffsuite DIR…`: a folder of cases with `expected.json`, of pairs with one change each and `verdicts.tsv`, or of
//!   successive versions of real documents;
//! - `diffsuite identity DIR…`: every document in a folder against other spellings of itself;
//! - `diffsuite speed DIR…`: time and memory over the pairs in a folder;
//! - `diffsuite churn DIR…`: what is renamed and what moves in generated code between successive versions;
//! - `diffsuite rules FILE`: which rules of a published list there are.

mod cases;
mod churn;
mod identity;
mod micro;
mod pairs;
mod rules;
mod speed;
mod spellings;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use specsmith::load::{LoadOptions, Loaded, load};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let verbose = take(&mut arguments, "--verbose");
    if arguments.is_empty() {
        eprintln!("usage: diffsuite [--verbose] [churn|identity|speed|rules] PATH…");
        return ExitCode::from(2);
    }
    if let [one, base, revision] = &arguments[..]
        && one == "one"
    {
        return speed::one(Path::new(base), Path::new(revision));
    }
    let words = ["churn", "identity", "speed", "rules"];
    let word = words.into_iter().find(|word| take(&mut arguments, word));
    let mut good = true;
    for path in &arguments {
        let path = Path::new(path);
        println!("== {}", path.display());
        good &= match word {
            Some("churn") => churn::run(path, verbose),
            Some("identity") => identity::run(path),
            Some("speed") => speed::run(path),
            Some(_) => rules::run(path),
            None => pairs_of(path, verbose),
        };
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Compares the pairs in a folder, by what is known about them.
fn pairs_of(folder: &Path, verbose: bool) -> bool {
    let has = |file: &str| {
        subfolders(folder)
            .iter()
            .any(|case| case.join(file).is_file())
    };
    if folder.join("verdicts.tsv").is_file() {
        micro::run(folder)
    } else if has("expected.json") {
        cases::run(folder, verbose)
    } else {
        pairs::run(folder)
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
    load(&side(case, stem)?, &LoadOptions::default()).0
}

/// The document of one side of a case.
fn side(case: &Path, stem: &str) -> Option<PathBuf> {
    ["yaml", "yml", "json"]
        .iter()
        .map(|extension| case.join(format!("{stem}.{extension}")))
        .find(|path| path.is_file())
}

fn name(case: &Path) -> String {
    case.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
