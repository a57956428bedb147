//! The reports that the formats are tried on, and the program that prints them: `outputs/shop`, and every golden case beside the next
//! one, which differ in everything that the two are about.

use serde_json::Value;
use specsmith::load::{LoadOptions, Loaded, load};
use specsmith::review::report::{Report, Rust, Wire};
use specsmith::review::{Options, diff};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// Every report the formats are tried on.
pub(crate) fn reports() -> Vec<(String, Report)> {
    let mut cases: Vec<PathBuf> = fs::read_dir(Path::new(HERE).join("tests/golden"))
        .expect("the golden cases")
        .flatten()
        .map(|entry| entry.path().join("spec.yaml"))
        .filter(|path| path.is_file())
        .collect();
    cases.sort();
    assert!(cases.len() > 100);
    let documents: Vec<Loaded> = cases.iter().filter_map(|path| read(path)).collect();
    let mut reports: Vec<(String, Report)> = documents
        .windows(2)
        .enumerate()
        .map(|(at, pair)| {
            (
                at.to_string(),
                diff(&pair[0], &pair[1], &Options::default()),
            )
        })
        .collect();
    let (base, revision) = (
        read(Path::new(&side("base"))),
        read(Path::new(&side("revision"))),
    );
    let both = base.zip(revision).expect("the shop");
    reports.push((
        "shop".to_owned(),
        diff(&both.0, &both.1, &Options::default()),
    ));
    reports.push((
        "nothing".to_owned(),
        diff(&both.0, &both.0, &Options::default()),
    ));
    let worst = |report: &Report| (report.summary.wire, report.summary.rust);
    assert!(
        reports
            .iter()
            .any(|(_, report)| worst(report) == (Wire::Breaking, Rust::Major))
    );
    reports
}

pub(crate) fn read(path: &Path) -> Option<Loaded> {
    load(path, &LoadOptions::default()).0
}

pub(crate) fn side(name: &str) -> String {
    format!("{HERE}/tests/outputs/shop/{name}.yaml")
}

pub(crate) fn shop(arguments: &[&str]) -> Output {
    run(&[&["diff", &side("base"), &side("revision")], arguments].concat())
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .args(arguments)
        .current_dir(std::env::temp_dir())
        .output()
        .expect("specsmith runs")
}

pub(crate) fn stdout(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).into_owned()
}

pub(crate) fn read_json(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn judge(validator: &jsonschema::Validator, value: &Value, name: &str) {
    let problems: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(problems.is_empty(), "{name}: {problems:?}");
}
