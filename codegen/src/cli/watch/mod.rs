//! `specsmith watch`: in, the arguments of `generate`; out, the crate, written again after every change of what it is made
//! from. Invariant: what is on disk comes from the inputs as they are, whatever was changed meanwhile and however often;
//! an error ends no watch.

mod events;
mod inputs;

use super::generate::{Args, options};
use super::{FINE, UNUSABLE, report};
use crate::generate::{Mode, Options, Outcome, generate};
use events::{Events, Wake};
use inputs::Inputs;
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Runs it.
pub(super) fn run(args: &Args) -> ExitCode {
    let options = match options(args, Mode::Write) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(UNUSABLE);
        }
    };
    let mut events = Events::new();
    loop {
        let inputs = regenerate(args, &options);
        events.watch(&inputs.folders());
        // A file that was changed before anything watched it shows now.
        while !inputs.changed(&options) {
            if events.wait() == Wake::Stop {
                return ExitCode::from(FINE);
            }
            // A folder may have come, gone, or been exchanged.
            events.watch(&inputs.folders());
        }
    }
}

/// One run, told in one line below its findings; gives back what it was made from.
fn regenerate(args: &Args, options: &Options) -> Inputs {
    let start = Instant::now();
    let outcome = generate(options);
    let took = start.elapsed();
    args.report(&outcome);
    let inputs = Inputs::of(&outcome, options);
    let line = line(&outcome, options, took);
    // Whoever closed the pipe does not want to read on; the files are written all the same.
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
    inputs
}

fn line(outcome: &Outcome, options: &Options, took: Duration) -> String {
    let out = options.out.display();
    let took = format!("{:.2} s", took.as_secs_f64());
    let counts = report::counts(outcome);
    let Some(changes) = &outcome.changes else {
        return format!("{out}: nothing written in {took}: {counts}; waiting for a change");
    };
    let files = changes.unchanged + changes.files.len();
    let tail = if counts.is_empty() {
        counts
    } else {
        format!("; {counts}")
    };
    match changes.files.len() {
        0 => format!("{out} is up to date: {files} files, {took}{tail}"),
        written => format!("{out}: {written} of {files} files written in {took}{tail}"),
    }
}
