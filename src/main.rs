//! Pulls the activity and audit logs of four vendors through the generated client.

use std::process::ExitCode;

use activity::sandbox;

const USAGE: &str =
    "usage: activity sandbox [FAULT…]    serve the four vendors locally until ctrl-c";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        Some((mode, rest)) if mode == "sandbox" => sandbox::serve_by_hand(rest),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
