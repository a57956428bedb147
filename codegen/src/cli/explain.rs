//! `specsmith explain`. In: the id of a rule; out: what it is about and why it has its verdicts. Invariant: every id that
//! a report can hold is known here.

use std::io::Write as _;
use std::process::ExitCode;

use super::UNUSABLE;
use crate::review::rules::{self, Rule};

/// The arguments.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The id of a rule; without one, all are listed
    rule: Option<String>,
}

/// Runs `specsmith explain`.
pub(super) fn run(args: &Args) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let Some(id) = &args.rule else {
        for rule in rules::all() {
            let line = format!(
                "{:<10} {:<5} {}\n",
                rule.wire.as_str(),
                rule.rust.as_str(),
                rule.id
            );
            if out.write_all(line.as_bytes()).is_err() {
                break;
            }
        }
        return ExitCode::SUCCESS;
    };
    match Rule::find(id) {
        Some(rule) => {
            let text = format!(
                "{}\n  wire {}, rust {} by default\n  {}\n",
                rule.id,
                rule.wire.as_str(),
                rule.rust.as_str(),
                rule.explanation()
            );
            let _ = out.write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        None => {
            eprintln!("error: {}", rules::unknown(id));
            ExitCode::from(UNUSABLE)
        }
    }
}
