//! `activity bodies`.

use std::fs;
use std::path::{Path, PathBuf};

use super::run;

fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    root
}

#[test]
fn our_own_bodies() {
    let (out, errors, code) = run(&[
        "bodies",
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bodies"),
    ]);
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    let last = out.lines().last().expect("totals");
    let files = out.lines().count() - 1;
    assert_eq!(
        last,
        format!("{files} equal, 0 not, 0 not one of the operations' bodies")
    );
    assert!(
        out.contains("equal  exavault/getSessionLogs-200.json\n"),
        "{out}"
    );
}

#[test]
fn a_difference_fails() {
    let files = [
        (
            "exavault/session-200.json",
            r#"{"data": [], "totalResults": 0, "more": {"kept": [1.50, null]}}"#,
        ),
        (
            "exavault/session-200-lost.json",
            r#"{"data": [{"id": null}]}"#,
        ),
        ("exavault/error-400.json", r#"{"errors": "none"}"#),
        ("exavault/notes.txt", "{}"),
        ("exavault/shares-200.json", "{}"),
        ("tiledb/array-activity-200.json", "[1, 2"),
    ];
    let root = folder("different", &files);
    let (out, errors, code) = run(&["bodies", root.to_str().expect("UTF-8")]);
    assert_eq!((errors.as_str(), code), ("", Some(1)));
    let lines: Vec<&str> = out.lines().collect();
    assert!(
        lines[0].starts_with("refused (expected") && lines[0].ends_with("exavault/error-400.json"),
        "{out}"
    );
    assert_eq!(
        lines[1],
        "not one of the operations' bodies  exavault/notes.txt"
    );
    assert_eq!(
        lines[2],
        "differs (/data/0/id: lost)  exavault/session-200-lost.json"
    );
    assert_eq!(lines[3], "equal  exavault/session-200.json");
    assert_eq!(
        lines[4],
        "not one of the operations' bodies  exavault/shares-200.json"
    );
    assert!(
        lines[5].starts_with("refused (") && lines[5].ends_with("tiledb/array-activity-200.json"),
        "{out}"
    );
    assert_eq!(
        lines[6],
        "1 equal, 3 not, 2 not one of the operations' bodies"
    );
}

#[test]
fn a_folder_without_bodies_is_no_success() {
    let root = folder("empty", &[("exavault/readme.txt", "")]);
    let (_, _, code) = run(&["bodies", root.to_str().expect("UTF-8")]);
    assert_eq!(code, Some(1));
    let (out, errors, code) = run(&["bodies", "/nowhere/at/all"]);
    assert_eq!((out.as_str(), code), ("", Some(1)));
    assert!(errors.starts_with("error: /nowhere/at/all: "), "{errors}");
}
