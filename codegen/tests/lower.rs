//! Documents in, descriptions and findings out: one folder for each case in `tests/lower`. `UPDATE=1` writes the expected
//! files anew and then fails, so that the difference is looked at.

#[path = "lower/show.rs"]
mod show;

use std::fs;
use std::path::{Path, PathBuf};

use specsmith::config::Config;
use specsmith::diag::render;
use specsmith::load::{LoadOptions, load};
use specsmith::lower::lower;

#[test]
fn every_case_lowers_as_expected() {
    let mut cases: Vec<PathBuf> = fs::read_dir("tests/lower")
        .expect("the cases are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() > 15, "only {} cases", cases.len());
    let wrong: Vec<String> = cases.iter().flat_map(|case| run(case)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The complaints about one case.
fn run(case: &Path) -> Vec<String> {
    let (loaded, mut sources, mut diagnostics) =
        load(&case.join("spec.yaml"), &LoadOptions::default());
    let loaded = loaded.expect("a case loads");
    let config = fs::read_to_string(case.join("spec.toml")).unwrap_or_default();
    let file = sources.add(case.join("spec.toml").to_string_lossy(), config.as_str());
    let mut config = Config::parse(&config).expect("a case's configuration is right");
    config.file = Some(file);
    let (api, more) = lower(&loaded, &config);
    let (again, _) = lower(&loaded, &config);
    diagnostics.extend(more);
    let folder = format!("{}/", case.display()).replace('\\', "/");
    let findings = render(&diagnostics, &sources, false, 100).replace(&folder, "");
    let text = api.as_ref().map(show::api).unwrap_or_default();
    assert_eq!(
        again.as_ref().map(show::api).unwrap_or_default(),
        text,
        "{case:?}"
    );
    let mut wrong = compare(&case.join("ir.txt"), &text);
    wrong.extend(compare(&case.join("diagnostics.txt"), &findings));
    wrong
}

fn compare(path: &Path, actual: &str) -> Vec<String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Vec::new();
    }
    if std::env::var_os("UPDATE").is_some() {
        let done = match actual.is_empty() {
            true => fs::remove_file(path),
            false => fs::write(path, actual),
        };
        done.expect("the case folder is writable");
        return vec![format!("{}: written anew", path.display())];
    }
    vec![format!(
        "{}: expected\n{expected}\n--- but got\n{actual}",
        path.display()
    )]
}
