//! How commands end, and what the docs show of them. In: the shop, a document with a slip, and the commands of the docs; out: exit
//! codes and output.

use super::common::{HERE, run, shop, side, stdout};
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn exit_codes_tell_what_happened() {
    let code = |arguments: &[&str]| shop(arguments).status.code();
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--fail-on", "wire:breaking"]), Some(1));
    assert_eq!(code(&["--fail-on", "wire:breaking,rust:major"]), Some(1));
    assert_eq!(
        code(&["--fail-on", "rust:major", "--format", "github"]),
        Some(1)
    );
    let same =
        |arguments: &[&str]| run(&[&["diff", &side("base"), &side("base")], arguments].concat());
    let nothing = same(&["--fail-on", "wire:risky,rust:minor"]);
    assert_eq!(
        (nothing.status.code(), stdout(&nothing).as_str()),
        (Some(0), "no change\n")
    );
    for (arguments, message) in [
        (
            &["--fail-on", "wire:fatal"][..],
            "`wire:fatal` is none of wire:compatible",
        ),
        (
            &["--fail-on", "rust:breaking"],
            "`rust:breaking` is none of",
        ),
        (&["--fail-on", ""], "is none of"),
        (&["--fail-on", "wire:breaking,"], "is none of"),
        (
            &["--suggest-version", "1.4"],
            "`1.4` is no version such as 1.4.2",
        ),
        (
            &["--suggest-version", "latest"],
            "`latest` is no version such as 1.4.2",
        ),
        (&["--format", "pdf"], "invalid value 'pdf'"),
        (&["--color", "blue"], "invalid value 'blue'"),
        (&["--accepted", "nowhere.toml"], "nowhere.toml"),
    ] {
        let out = shop(arguments);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}");
        let error = String::from_utf8_lossy(&out.stderr);
        assert!(error.contains(message), "{arguments:?}: {error}");
        assert_eq!(stdout(&out), "", "{arguments:?}");
    }
    let gone = run(&["diff", "nowhere.yaml", &side("base")]);
    assert_eq!(gone.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&gone.stderr)
            .contains("there is no file or directory `nowhere.yaml`")
    );
    assert_eq!(run(&["diff", &side("base")]).status.code(), Some(2));
}

#[test]
fn a_rename_that_generating_refuses_makes_a_side_unusable() {
    let folder = std::env::temp_dir().join(format!("specsmith-refused-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let revision = folder.join("revision.yaml");
    fs::copy(side("revision"), &revision).expect("a copy");
    let renames = "[names]\n\"#/components/schemas/Nowhere\" = \"Somewhere\"\n";
    fs::write(folder.join("revision.toml"), renames).expect("settings");
    let out = run(&["diff", &side("base"), &revision.to_string_lossy()]);
    fs::remove_dir_all(&folder).expect("a folder");
    assert_eq!((out.status.code(), stdout(&out).as_str()), (Some(2), ""));
    let error = String::from_utf8_lossy(&out.stderr);
    assert!(
        error.contains("rename-unknown") && error.contains("revision.toml:2"),
        "{error}"
    );
}

#[test]
fn warnings_are_denied_where_that_is_asked_for() {
    let folder = std::env::temp_dir().join(format!("specsmith-denied-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let document = folder.join("pets.yaml");
    let text = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\nsecurty: []\npaths: {/a: {get: {operationId: a, responses: {'204': {description: d}}}}}\n";
    fs::write(&document, text).expect("a document");
    let out = folder.join("out");
    let words = [
        "generate",
        document.to_str().expect("UTF-8"),
        "--out",
        out.to_str().expect("UTF-8"),
    ];
    let denied = run(&[&words[..], &["--deny-warnings"]].concat());
    let said = String::from_utf8_lossy(&denied.stderr);
    assert_eq!(denied.status.code(), Some(2), "{said}");
    assert!(said.contains("did you mean `security`?"), "{said}");
    assert!(
        said.contains("nothing was written: 1 warning, which --deny-warnings takes for errors"),
        "{said}"
    );
    assert!(!out.exists());
    assert_eq!(run(&words).status.code(), Some(0));
    assert!(out.exists());
    fs::remove_dir_all(folder).expect("a folder that is not needed any more");
}

#[test]
fn from_a_verdict_on_everything_worse_fails() {
    let report = |worst: &[&str]| shop(worst).status.code();
    assert_eq!(report(&["--fail-on", "wire:compatible"]), Some(1));
    let grown = run(&[
        "diff",
        &side("revision"),
        &side("revision"),
        "--fail-on",
        "rust:patch",
    ]);
    assert_eq!(grown.status.code(), Some(0));
}

/// What `docs/review.md` shows is what is printed. `UPDATE=1` writes it anew and then fails.
#[test]
fn what_the_docs_show_is_what_is_printed() {
    let path = Path::new(HERE).join("docs/review.md");
    let text = fs::read_to_string(&path).expect("the page");
    let folder = std::env::temp_dir().join(format!("specsmith-review-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for name in ["base.yaml", "revision.yaml"] {
        fs::copy(
            format!("{HERE}/tests/outputs/shop/{name}"),
            folder.join(name),
        )
        .expect("a copy");
    }
    copy(
        &Path::new(HERE).join("tests/impact/workspace"),
        &folder.join("app"),
    );
    // A page has room for little code.
    let sources = folder.join("app/app/src");
    let mut lib = fs::read_to_string(sources.join("lib.rs")).expect("the file");
    for name in [
        "api", "board", "console", "desk", "flow", "macros", "more", "names", "own",
    ] {
        fs::remove_file(sources.join(format!("{name}.rs"))).expect("the file");
        lib = lib.replace(&format!("pub mod {name};\n"), "");
    }
    fs::write(sources.join("lib.rs"), lib).expect("the file");
    let mut shown = String::new();
    let mut blocks = text.split("```text\n$ ");
    shown.push_str(blocks.next().unwrap_or_default());
    let mut count = 0;
    for block in blocks {
        let (inside, after) = block.split_once("```").expect("the end of a block");
        let command = inside.lines().next().unwrap_or_default();
        shown.push_str(&format!(
            "```text\n$ {command}\n{}```{after}",
            printed(&folder, command)
        ));
        count += 1;
    }
    let _ = fs::remove_dir_all(&folder);
    assert!(count >= 6, "{count} commands");
    if std::env::var_os("UPDATE").is_some() && shown != text {
        fs::write(&path, &shown).expect("the page");
    }
    assert!(
        shown == text,
        "docs/review.md shows something else; UPDATE=1 writes it anew"
    );
}

/// What a command of the docs prints.
fn printed(folder: &Path, command: &str) -> String {
    let (command, wants_code) = match command.strip_suffix("; echo $?") {
        Some(command) => (command, true),
        None => (command, false),
    };
    let (command, hidden) = match command.split_once(" > ") {
        Some((command, _)) => (command, true),
        None => (command, false),
    };
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    let out = Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .args(&words)
        .current_dir(folder)
        .output()
        .expect("specsmith runs");
    let mut text = if hidden { String::new() } else { stdout(&out) };
    assert!(
        hidden || !text.is_empty(),
        "{command}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    if wants_code {
        text.push_str(&format!("{}\n", out.status.code().unwrap_or(-1)));
    }
    text
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match from.is_dir() {
            true => copy(&from, &to),
            false => drop(fs::copy(&from, &to).expect("a copy")),
        }
    }
}
