//! The program `activity`, as a person runs it.
//!
//! Input: arguments. Output: passes if standard output, standard error and the exit code are what the README promises.
//! Invariant: every run ends by itself, and none needs the network.

mod bodies;
mod commands;
mod export;
mod listings;
mod trouble;

use std::process::{Command, Output};

fn activity(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_activity"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

/// Standard output, standard error and the exit code.
fn run(arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = activity(arguments);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}
