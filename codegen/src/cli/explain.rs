//! `specsmith explain`. In: the code of a finding or the id of a rule; out: what it is about, and what to do or why it has its
//! verdicts. Invariant: every code that a finding can have and every id that a report can hold is known here.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use super::UNUSABLE;
use crate::diag::{Code, suggest};
use crate::emit::visible;
use crate::review::rules::{self, Rule};

/// The arguments.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The code of a finding (`ref-missing`) or the id of a rule of `diff`; without one, all are listed
    code: Option<String>,
}

/// Runs `specsmith explain`.
pub(super) fn run(args: &Args) -> ExitCode {
    let text = match &args.code {
        None => list(),
        Some(given) => {
            let id = bare(given);
            match Code::find(&id).map(finding).or_else(|| rule(&id)) {
                Some(text) => text,
                None => {
                    eprintln!("error: {}", unknown(&id));
                    return ExitCode::from(UNUSABLE);
                }
            }
        }
    };
    // Who reads no further, as `head` does, has read enough.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

/// An id as it may be copied from a report: `error[ref-missing]`, or in capitals.
fn bare(given: &str) -> String {
    let heads = ["error[", "warning[", "note["];
    let id = given.trim().to_lowercase();
    let inner = heads.iter().find_map(|head| id.strip_prefix(head));
    inner
        .and_then(|inner| inner.split_once(']'))
        .map_or(id.clone(), |(inner, _)| inner.to_owned())
}

fn finding(code: Code) -> String {
    let Code {
        id,
        meaning,
        remedy,
    } = code;
    format!("{id}\n  {meaning}\n  help: {remedy}\n")
}

fn rule(id: &str) -> Option<String> {
    let rule = Rule::find(id)?;
    let (wire, rust) = (rule.wire.as_str(), rule.rust.as_str());
    let explanation = rule.explanation();
    Some(format!(
        "{id}\n  wire {wire}, rust {rust} by default\n  {explanation}\n"
    ))
}

fn list() -> String {
    let codes = Code::all();
    let widest = codes.iter().map(|code| code.id.len()).max().unwrap_or(0);
    let mut out = "Findings of `generate` and `check`: code, meaning\n\n".to_owned();
    for code in codes {
        let first = code.meaning.split_inclusive(". ").next();
        let first = first.unwrap_or_default().trim_end();
        let _ = writeln!(out, "{:<widest$}  {first}", code.id);
    }
    out.push_str("\nRules of `diff` and `impact`: on the wire, for Rust code, id\n\n");
    for rule in rules::all() {
        let (wire, rust) = (rule.wire.as_str(), rule.rust.as_str());
        let _ = writeln!(out, "{wire:<10} {rust:<5} {}", rule.id);
    }
    out
}

fn unknown(id: &str) -> String {
    let rules = rules::all();
    let codes = Code::all();
    let codes = codes.iter().map(|code| code.id);
    let all = codes.chain(rules.iter().map(|rule| rule.id.as_str()));
    let all: Vec<&str> = all.collect();
    let begins = |near: &&&str| !id.is_empty() && near.starts_with(id);
    let near = all.iter().filter(begins).min_by_key(|near| near.len());
    let near = near.copied().or_else(|| suggest(id, all.iter().copied()));
    let shown = visible(id).replace('\n', "\\n");
    match near {
        Some(near) => {
            format!("neither a finding nor a rule is called `{shown}`; did you mean `{near}`?")
        }
        None => {
            format!(
                "neither a finding nor a rule is called `{shown}`; `specsmith explain` lists them"
            )
        }
    }
}
