//! In: the command with each kind of side, and with what is no side. Out: whether report, exit code and message are as
//! promised. Invariant: each test has a repository of its own; 0 is fine, 1 are findings, 2 is unusable input.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(super) const BASE: &str = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets:\n    get:\n      operationId: list\n      responses:\n        '204': { description: None. }\n";

/// A folder with the name of a test, removed at the end.
pub(super) struct Scratch(pub(super) PathBuf);

impl Scratch {
    pub(super) fn new(name: &str) -> Self {
        let name = format!("specsmith-review-{name}-{}", std::process::id());
        let root = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("spec")).expect("a folder can be made");
        Self(root)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("a file can be written");
    }

    /// A repository whose first commit holds what is there.
    pub(super) fn commit(&self) {
        for arguments in [
            &["init", "-q", "-b", "main"][..],
            &["add", "."],
            &["commit", "-qm", "base"],
        ] {
            let status = Command::new("git")
                .args(["-c", "user.name=t", "-c", "user.email=t@example.com"])
                .args(arguments)
                .current_dir(&self.0)
                .status();
            assert!(status.expect("git runs").success());
        }
    }

    pub(super) fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        run_in(&self.0, arguments)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run_in(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir())
        .output()
        .expect("the command runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// The document with another id for its operation.
fn renamed() -> String {
    BASE.replace("list", "index")
}

#[test]
fn sides_are_files_directories_and_git_objects() {
    let here = Scratch::new("sides");
    here.write("spec/pets.yaml", BASE);
    here.write("spec/gone.yaml", BASE);
    here.commit();
    here.write("old.yaml", BASE);
    here.write("spec/pets.yaml", &renamed());
    fs::remove_file(here.0.join("spec/gone.yaml")).expect("it was there");
    let rule = "api-operation-id-removed";
    for base in ["old.yaml", "main:spec/pets.yaml", "HEAD:spec/pets.yaml"] {
        let (code, out, err) = here.run(&["diff", base, "spec/pets.yaml"]);
        assert_eq!(code, Some(0), "{err}");
        assert!(out.contains(rule), "{base}: {out}");
        assert!(!out.contains("document-removed"), "{base}: {out}");
    }
    for arguments in [
        &["diff", "main:spec", "spec"][..],
        &["diff", "--against", "main"],
    ] {
        let (code, out, err) = here.run(arguments);
        assert_eq!(code, Some(0), "{err}");
        assert!(
            out.contains(rule) && out.contains("document-removed"),
            "{out}"
        );
    }
    let (_, out, _) = here.run(&["diff", "--against", "main", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let changes = report["changes"].as_array().expect("changes");
    let change = changes.iter().find(|change| change["rule"] == rule);
    let change = change.expect("the renamed operation");
    assert_eq!(change["base"]["file"], "main:spec/pets.yaml");
    assert_eq!(change["revision"]["line"], 6);
}

/// A document whose answer has a date.
#[test]
fn the_exit_code_says_what_was_found() {
    let here = Scratch::new("codes");
    here.write("a.yaml", BASE);
    here.write("b.yaml", &renamed());
    let code = |fail_on: &str| {
        here.run(&["diff", "a.yaml", "b.yaml", "--fail-on", fail_on])
            .0
    };
    assert_eq!(code("rust:major"), Some(1));
    assert_eq!(code("wire:breaking"), Some(0));
    assert_eq!(code("wire:breaking,rust:major"), Some(1));
    assert_eq!(code("rust:huge"), Some(2));
}

#[test]
fn what_is_no_side_is_told_with_a_remedy() {
    let here = Scratch::new("unusable");
    here.write("a.yaml", BASE);
    here.write("broken.yaml", "openapi: [");
    let refused = |arguments: &[&str], words: &[&str]| {
        let (code, out, err) = here.run(arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {out}{err}");
        for word in words {
            assert!(err.contains(word), "{arguments:?}: no `{word}` in: {err}");
        }
    };
    refused(
        &["diff", "none.yaml", "a.yaml"],
        &["none.yaml", "main:none.yaml"],
    );
    refused(
        &["diff", "broken.yaml", "a.yaml"],
        &["broken.yaml", "cannot be read"],
    );
    refused(&["diff", "spec", "a.yaml"], &["no document", "spec"]);
    refused(&["diff", "main:a.yaml", "a.yaml"], &["no git repository"]);
    refused(&["diff", "--against", "main"], &["no git repository"]);
    refused(&["diff", "a.yaml"], &["REVISION"]);
    here.commit();
    refused(
        &["diff", "nowhere:a.yaml", "a.yaml"],
        &["`nowhere`", "git fetch"],
    );
    refused(&["diff", "main:b.yaml", "a.yaml"], &["`b.yaml`", "`main`"]);
    refused(
        &["diff", "--against", "nowhere"],
        &["`nowhere`", "git fetch"],
    );
    refused(
        &["diff", "main:a.yaml", "a.yaml", "--accepted", "none.toml"],
        &["none.toml"],
    );
}

#[test]
fn a_side_that_cannot_be_compared_is_told_with_place_reason_and_remedy() {
    let here = Scratch::new("mistakes");
    here.write("a.yaml", BASE);
    here.write("spec/pets.yaml", BASE);
    here.write("spec/cats.yaml", BASE);
    fs::create_dir_all(here.0.join("empty")).expect("a folder");
    here.commit();
    let refused = |arguments: &[&str], words: &[&str]| {
        let (code, out, err) = here.run(&[&["diff"], arguments].concat());
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}: {err}");
        for word in words {
            assert!(err.contains(word), "{arguments:?}: no `{word}` in: {err}");
        }
    };
    for sides in [
        ["spec", "a.yaml"],
        ["a.yaml", "spec"],
        ["main:spec", "a.yaml"],
    ] {
        refused(
            &sides,
            &["`a.yaml`", "spec` holds 2", "(cats, pets)", "say which one"],
        );
    }
    refused(
        &["main:", "a.yaml"],
        &["`main:` says nothing of the file", "`main:spec`"],
    );
    refused(
        &["", "a.yaml"],
        &["a side is empty", "`main:spec/api.yaml`"],
    );
    refused(
        &["empty", "a.yaml"],
        &["no document in `empty`", ".yaml, .yml or .json"],
    );
    let both = ["a.yaml", "spec/pets.yaml"];
    refused(
        &[&both[..], &["--fail-on", "wire:brekaing"]].concat(),
        &["--fail-on", "did you mean `wire:breaking`?"],
    );
    for version in ["1.4", "v1.4.2", "latest", "1.x.2", ""] {
        refused(
            &[&both[..], &["--suggest-version", version]].concat(),
            &["--suggest-version: ", "no version such as 1.4.2"],
        );
    }
    for (text, words) in [
        (
            "[[accepted]]\nrule = 'endpoint-aded'\nplace = 'x'\nreason = 'y'\n",
            &["known.toml:2:8", "did you mean `endpoint-added`?"][..],
        ),
        (
            "[[accepted]]\nrule = 'endpoint-added'\nplace = 'x'\nreson = 'y'\n",
            &["known.toml:4:1", "`reson`", "`reason`"],
        ),
        (
            "[[accepted]]\nrule = 'endpoint-added'\nplace = 'x'\nreason = 'y'\nuntil = 'soon'\n",
            &["known.toml:5:9", "`soon`", "2026-12-31"],
        ),
        (
            "[levels]\n\nendpoint-added = { wire = 'bad' }\n",
            &["known.toml:3:27", "`bad`", "breaking, risky, compatible"],
        ),
        (
            "[levels]\nendpoint-aded = { wire = 'risky' }\n",
            &["known.toml:2:1", "did you mean `endpoint-added`?"],
        ),
    ] {
        here.write("known.toml", text);
        refused(&[&both[..], &["--accepted", "known.toml"]].concat(), words);
    }
    // A document has a name, and is compared with the one of that name.
    here.write("pets.yaml", &renamed());
    let (code, out, err) = here.run(&["diff", "spec", "pets.yaml"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("1 change in"), "{out}");
    // What came and went as a whole is told by its name.
    fs::remove_file(here.0.join("spec/cats.yaml")).expect("it was there");
    let (_, out, _) = here.run(&["diff", "--against", "main"]);
    assert!(out.contains("cats: an API was removed"), "{out}");
}

#[test]
fn known_changes_are_accepted_until_they_are_not_there_or_their_time_is_over() {
    let here = Scratch::new("accepted");
    here.write("a.yaml", BASE);
    here.write("b.yaml", &renamed());
    let run = |text: &str| {
        here.write("spec/accepted.toml", text);
        here.run(&["diff", "a.yaml", "b.yaml", "--fail-on", "rust:major"])
    };
    let entry = |place: &str, until: &str| {
        format!(
            "[[accepted]]\nrule = 'api-operation-id-removed'\nplace = '{place}'\nreason = 'nobody calls it'\nuntil = '{until}'\n"
        )
    };
    assert_eq!(run("").0, Some(1));
    assert_eq!(run(&entry("GET /pets", "2999-12-31")).0, Some(0));
    assert_eq!(
        run(&entry("/paths/~1pets/get/operationId", "2999-12-31")).0,
        Some(0)
    );
    let machine = |format: &str| {
        here.run(&["diff", "a.yaml", "b.yaml", "--format", format])
            .1
    };
    let annotated = machine("github");
    assert!(
        annotated.contains("accepted: nobody calls it"),
        "{annotated}"
    );
    let sarif: serde_json::Value = serde_json::from_str(&machine("sarif")).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let accepted = results
        .iter()
        .find(|one| one["ruleId"] == "api-operation-id-removed");
    assert_eq!(
        accepted.expect("the change")["suppressions"][0]["justification"],
        "nobody calls it"
    );
    let (code, _, err) = run(&entry("GET /cats", "2999-12-31"));
    assert_eq!(code, Some(1));
    assert!(
        err.contains("no longer") && err.contains("GET /cats"),
        "{err}"
    );
    assert!(err.contains("--> spec/accepted.toml:2:8\n"), "{err}");
    let (code, _, err) = run(&entry("GET /pets", "2020-01-01"));
    assert_eq!(code, Some(1));
    assert!(err.contains("2020-01-01"), "{err}");
    assert!(err.contains("--> spec/accepted.toml:5:9\n"), "{err}");
    let (code, _, err) =
        run("[[accepted]]\nrule = 'api-operation-id-remove'\nplace = 'x'\nreason = 'y'\n");
    assert_eq!(code, Some(2));
    assert!(
        err.contains("did you mean `api-operation-id-removed`"),
        "{err}"
    );
    assert_eq!(
        run("[levels]\napi-operation-id-removed = { rust = 'patch' }\n").0,
        Some(0)
    );
}

#[test]
fn rules_are_explained_and_listed() {
    let here = Scratch::new("explain");
    let (code, out, _) = here.run(&["explain", "request-parameter-max-length-decreased"]);
    assert_eq!(code, Some(0));
    assert!(
        out.contains("wire breaking") && out.contains("maxLength"),
        "{out}"
    );
    let (code, out, _) = here.run(&["explain"]);
    assert_eq!(code, Some(0));
    assert!(out.lines().count() > 509, "{out}");
    let headers = [
        "Findings of `generate` and `check`",
        "Rules of `diff` and `impact`",
    ];
    assert!(headers.iter().all(|header| out.contains(header)), "{out}");
    let (code, _, err) = here.run(&["explain", "request-parameter-max-length-decrease"]);
    assert_eq!(code, Some(2));
    assert!(
        err.contains("did you mean `request-parameter-max-length-decreased`"),
        "{err}"
    );
}

#[test]
fn findings_are_explained_with_their_remedies() {
    let here = Scratch::new("explain-findings");
    let (code, out, _) = here.run(&["explain", "ref-missing"]);
    assert_eq!(code, Some(0));
    assert!(
        out.starts_with("ref-missing\n  A `$ref` leads") && out.contains("  help: write the"),
        "{out}"
    );
    let (code, _, err) = here.run(&["explain", "ref-mising"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("did you mean `ref-missing`"), "{err}");
    for copied in [
        "error[ref-missing]",
        "warning[ref-missing]: a",
        "REF-MISSING",
    ] {
        let (code, out, _) = here.run(&["explain", copied]);
        assert_eq!(code, Some(0), "{copied}");
        assert!(out.starts_with("ref-missing\n"), "{copied}: {out}");
    }
    let (_, _, err) = here.run(&["explain", "ref-miss"]);
    assert!(err.contains("did you mean `ref-missing`"), "{err}");
    let (_, _, err) = here.run(&["explain", "a\nb\u{1b}[31m"]);
    assert!(err.contains("`a\\nb\\u{1b}[31m`"), "{err}");
}
