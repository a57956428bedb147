//! In: a folder a case. Out: whether its report is the one that is written down. Invariant: what is printed holds all a
//! reviewer is told: rule, verdicts, message, both places, reach, and what is a detail of what.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use specsmith::load::{LoadOptions, Loaded, load};
use specsmith::review::report::{Change, Location, Report};
use specsmith::review::{Options, diff};

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/review/cases");
    let entries = fs::read_dir(root).expect("the folder of cases");
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("a case").path()).collect();
    found.sort();
    found
}

fn read(case: &Path, name: &str) -> Loaded {
    let path = case.join(name);
    load(&path, &LoadOptions::default())
        .0
        .unwrap_or_else(|| panic!("{} cannot be read", path.display()))
}

#[test]
fn every_case_gives_the_report_that_is_written_down() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut failed = Vec::new();
    let cases = folders();
    assert!(cases.len() >= 30, "cases are lost");
    for case in &cases {
        let (base, revision) = (read(case, "base.yaml"), read(case, "revision.yaml"));
        let report = diff(&base, &revision, &Options::default());
        let actual = print(&report, case);
        let path = case.join("expected.txt");
        if fs::read_to_string(&path).unwrap_or_default() != actual {
            failed.push(format!("{}:\n{actual}", case.display()));
            if update {
                fs::write(&path, &actual).expect("the expectation can be written");
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn the_other_way_round_is_a_change_just_as_well() {
    for case in folders() {
        let (base, revision) = (read(&case, "base.yaml"), read(&case, "revision.yaml"));
        let there = diff(&base, &revision, &Options::default());
        let back = diff(&revision, &base, &Options::default());
        assert_eq!(
            there.changes.is_empty(),
            back.changes.is_empty(),
            "{}",
            case.display()
        );
        let own = diff(&base, &base, &Options::default());
        assert!(own.changes.is_empty(), "{}", case.display());
    }
}

#[test]
fn fingerprints_tell_changes_apart_and_stay() {
    for case in folders() {
        let (base, revision) = (read(&case, "base.yaml"), read(&case, "revision.yaml"));
        let fingerprints = || -> Vec<String> {
            let report = diff(&base, &revision, &Options::default());
            let changes = report.changes.into_iter();
            changes.map(|change| change.fingerprint).collect()
        };
        let mut all = fingerprints();
        assert_eq!(all, fingerprints(), "{}", case.display());
        let before = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), before, "{}", case.display());
    }
}

fn print(report: &Report, case: &Path) -> String {
    if report.changes.is_empty() {
        return "no change\n".to_owned();
    }
    let summary = report.summary;
    let mut text = format!(
        "{} {}: {} breaking, {} risky, {} compatible, {} operations\n",
        summary.wire.as_str(),
        summary.rust.as_str(),
        summary.breaking,
        summary.risky,
        summary.compatible,
        summary.operations,
    );
    for change in &report.changes {
        print_change(&mut text, report, change, case);
    }
    text
}

fn print_change(text: &mut String, report: &Report, change: &Change, case: &Path) {
    let place = |location: &Location| {
        let file = Path::new(&location.file);
        let file = file.strip_prefix(case).unwrap_or(file).display();
        format!("{file}:{}:{}", location.line, location.column)
    };
    let (wire, rust) = (change.wire.as_str(), change.rust.as_str());
    let _ = writeln!(text, "\n{wire} {rust} {}", change.rule);
    let _ = writeln!(text, "  {}", change.message);
    let _ = writeln!(
        text,
        "  {} -> {}",
        place(&change.base),
        place(&change.revision)
    );
    for reach in &change.reach {
        let line = format!("  reaches {} {} {}", reach.method, reach.path, reach.part);
        let _ = writeln!(text, "{}", line.trim_end());
    }
    if let Some(whole) = &change.part_of {
        let mut all = report.changes.iter();
        let whole = all.find(|other| &other.fingerprint == whole);
        let rule = whole.map_or("nothing", |whole| whole.rule.as_str());
        let _ = writeln!(text, "  a detail of {rule}");
    }
}
