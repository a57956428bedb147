//! Compiling a crate of the output. In: its folder; out, nothing, or a failed assertion with what the compiler said.

use std::path::{Path, PathBuf};
use std::process::Command;

/// `cargo check`, without warnings.
pub(crate) fn check(krate: &Path) {
    let mut cargo = cargo(krate, "check");
    cargo.args(["--features", "blocking"]);
    run(cargo);
}

/// `cargo doc`, without warnings.
pub(crate) fn doc(krate: &Path) {
    let mut cargo = cargo(krate, "doc");
    cargo.arg("--no-deps");
    run(cargo);
}

/// Cargo in the target folder and with the lock file of this workspace, so that nothing is fetched and most is built.
fn cargo(krate: &Path, command: &str) -> Command {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("a workspace");
    std::fs::copy(workspace.join("Cargo.lock"), krate.join("Cargo.lock")).expect("a lock file");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .arg(command)
        .args([
            "--offline",
            "--lib",
            "--message-format=short",
            "--color=never",
        ])
        .current_dir(krate)
        .env("CARGO_TARGET_DIR", target())
        .env_remove("RUSTDOCFLAGS");
    cargo
}

fn target() -> PathBuf {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    scratch.parent().expect("the target folder").to_owned()
}

fn run(mut cargo: Command) {
    let done = cargo.output().expect("cargo");
    let said = String::from_utf8_lossy(&done.stderr);
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("warning") || line.contains("error"))
        .collect();
    let first = lines
        .iter()
        .take(40)
        .copied()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(
        done.status.success() && lines.is_empty(),
        "{} findings\n{first}",
        lines.len()
    );
}
