//! Nothing stale compiles through: an edit of a document, or of the generated code, stops the next build once with the
//! list of files, and the build after it goes through. Run on a copy of the workspace, with the real cargo.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A copy of what the build needs, in the folder cargo gives to integration tests.
struct Copy {
    root: PathBuf,
}

impl Copy {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("freshness");
        if root.exists() {
            std::fs::remove_dir_all(&root).expect("an old copy can be removed");
        }
        std::fs::create_dir_all(&root).expect("a folder for the copy");
        let from = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in [
            "Cargo.toml",
            "Cargo.lock",
            "build.rs",
            "spec",
            "generated",
            "codegen",
        ] {
            copy(&from.join(part), &root.join(part));
        }
        let copy = Self { root };
        copy.lighten();
        copy
    }

    /// The program without its servers: only what the build script and the generated crate need is compiled.
    fn lighten(&self) {
        let manifest = self.read("Cargo.toml");
        let (head, _) = manifest.split_once("[lib]").expect("a [lib] section");
        let light = format!(
            "{head}[build-dependencies]\nspecsmith = {{ path = \"codegen\" }}\n\n[dependencies.activity-logs]\n\
             path = \"generated\"\ndefault-features = false\n\
             features = [\"exavault\", \"snaplogic\", \"thousandeyes\", \"tiledb\"]\n"
        );
        std::fs::write(self.root.join("Cargo.toml"), light).expect("the copy is writable");
        std::fs::create_dir_all(self.root.join("src")).expect("the copy is writable");
        std::fs::write(
            self.root.join("src/lib.rs"),
            "//! A copy.\npub use activity_logs;\n",
        )
        .expect("the copy is writable");
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.root.join(path)).expect("a file of the copy")
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} holds {from:?}");
        std::fs::write(self.root.join(path), text.replacen(from, to, 1))
            .expect("the copy is writable");
    }

    /// Builds the library, with or without `CI`, in a target folder of its own that is kept between runs: cargo would
    /// take the packages of the copy for those of the workspace.
    fn build(&self, ci: bool) -> Output {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("freshness-target");
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(["build", "--lib", "--offline", "--package", "activity"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", target)
            .env_remove("CI");
        if ci {
            cargo.env("CI", "true");
        }
        cargo.output().expect("cargo runs")
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).expect("a folder");
        for entry in std::fs::read_dir(from)
            .expect("a folder of the workspace")
            .flatten()
        {
            if entry.file_name() != "target" {
                copy(&entry.path(), &to.join(entry.file_name()));
            }
        }
    } else {
        std::fs::copy(from, to).expect("a file of the workspace");
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_edit_stops_the_build_once_and_then_builds() {
    let copy = Copy::new();
    let first = copy.build(false);
    assert!(
        first.status.success(),
        "a fresh copy builds: {}",
        stderr(&first)
    );

    copy.edit("spec/tiledb.yaml", "query_stats:\n", "query_figures:\n");
    let stopped = copy.build(false);
    let said = stderr(&stopped);
    assert!(!stopped.status.success(), "a stale tree does not build");
    assert!(said.contains("was stale and has been refreshed"), "{said}");
    assert!(
        said.contains("src/tiledb/models/array_activity_log.rs"),
        "{said}"
    );
    assert!(
        copy.read("generated/src/tiledb/models/array_activity_log.rs")
            .contains("query_figures")
    );

    let again = copy.build(false);
    assert!(
        again.status.success(),
        "the refreshed tree builds: {}",
        stderr(&again)
    );

    generated_code_edited_by_hand(&copy);
    an_edit_under_continuous_integration(&copy);
    an_unreadable_document(&copy);
}

fn generated_code_edited_by_hand(copy: &Copy) {
    let path = "generated/src/tiledb/models/array_activity_log.rs";
    let before = copy.read(path);
    copy.edit(path, "pub struct", "/// Changed by hand.\npub struct");
    assert!(
        !copy.build(false).status.success(),
        "an edit by hand stops the build"
    );
    assert_eq!(copy.read(path), before, "and is undone");
    assert!(copy.build(false).status.success());
}

fn an_unreadable_document(copy: &Copy) {
    let before = copy.read("generated/src/tiledb/mod.rs");
    copy.edit("spec/tiledb.yaml", "paths:\n", "paths: [\n");
    let stopped = copy.build(false);
    let said = stderr(&stopped);
    assert!(!stopped.status.success());
    assert!(
        said.contains("spec/tiledb.yaml:"),
        "the message names the line: {said}"
    );
    assert_eq!(
        copy.read("generated/src/tiledb/mod.rs"),
        before,
        "nothing is lost"
    );
}

/// Under `CI` nothing is written, so the build fails as often as it is tried.
fn an_edit_under_continuous_integration(copy: &Copy) {
    let path = "generated/src/tiledb/models/array_activity_log.rs";
    let before = copy.read(path);
    copy.edit("spec/tiledb.yaml", "query_figures:\n", "query_stats:\n");
    for _ in 0..2 {
        let stopped = copy.build(true);
        let said = stderr(&stopped);
        assert!(
            !stopped.status.success(),
            "a stale tree never builds under CI"
        );
        assert!(said.contains("is not what the documents say"), "{said}");
        assert!(
            said.contains("cargo run -p specsmith -- generate"),
            "{said}"
        );
        assert_eq!(copy.read(path), before);
    }
}
