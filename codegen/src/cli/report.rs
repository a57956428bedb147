//! Findings on standard error. In: diagnostics with their files; out: rendered text or JSON lines, and a closing count.
//! Invariant: standard output stays free for what was asked for.

use crate::diag::{self, Diagnostics, Severity};
use crate::generate::Outcome;
use crate::source::Sources;
use clap::ValueEnum;
use std::io::{IsTerminal, Write};

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// For people.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
}

/// How many findings of one document are shown to a person.
const SHOWN: usize = 40;

/// Writes the findings of one document.
pub(super) fn write(
    diagnostics: &Diagnostics,
    sources: &Sources,
    format: MessageFormat,
    all: bool,
) {
    let mut err = std::io::stderr().lock();
    match format {
        MessageFormat::Human => {
            let color = err.is_terminal() && super::wants_color();
            let limit = if all { usize::MAX } else { SHOWN };
            let _ = write!(err, "{}", diag::render(diagnostics, sources, color, limit));
        }
        MessageFormat::Json => {
            for value in diag::to_json(diagnostics, sources) {
                let _ = writeln!(err, "{value}");
            }
        }
    }
}

/// Writes everything a run found.
pub(super) fn outcome(outcome: &Outcome, format: MessageFormat, all: bool) {
    for document in &outcome.documents {
        write(&document.diagnostics, &document.sources, format, all);
    }
    write(&outcome.diagnostics, &Sources::default(), format, all);
}

/// `3 warnings and 1 note`, or nothing.
pub(super) fn counts(outcome: &Outcome) -> String {
    let parts: Vec<String> = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Note, "note"),
    ]
    .into_iter()
    .map(|(severity, word)| (outcome.count(severity), word))
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
    .collect();
    parts.join(", ")
}
