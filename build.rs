//! Refreshes `generated/` from `spec/`, then stops the build if anything was stale. In: the workspace; out: directives
//! for cargo. Invariant: cargo has decided what is fresh before this runs, so whenever files change here, or would
//! have to, this build fails and the next one compiles them.

use specsmith::{Mode, Outcome};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    for input in [
        "spec",
        "generated/src",
        "generated/api",
        "generated/Cargo.toml",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    println!("cargo::rerun-if-env-changed=CI");
    let root = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let root = Path::new(&root);
    let mut options = match specsmith::workspace(root) {
        Ok(options) => options,
        Err(message) => return stop(&[message]),
    };
    if specsmith::is_ci() || specsmith::is_read_only(&options.out) {
        options.mode = Mode::Check;
    }
    let outcome: Outcome = specsmith::generate(&options);
    for line in outcome.warnings() {
        println!("cargo::warning={line}");
    }
    match outcome.stop_message(&options) {
        None => ExitCode::SUCCESS,
        Some(lines) => stop(&lines),
    }
}

fn stop(lines: &[String]) -> ExitCode {
    for line in lines {
        println!("cargo::error={line}");
    }
    ExitCode::FAILURE
}
