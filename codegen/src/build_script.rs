//! What a build script says. In: an [`Outcome`]; out: lines for cargo's `warning` and `error` directives. Invariant: a
//! build goes on only if the tree was as it should be before the script ran.

use crate::diag::{self, Diagnostics, Severity};
use crate::generate::{Mode, Options, Outcome};
use crate::source::Sources;
use std::path::Path;

/// How many changed files a build script names.
const LISTED: usize = 12;

/// Whether this runs in continuous integration: `CI` is set, and not to nothing, `0` or `false`.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.trim(), "" | "0" | "false"))
}

/// Whether a folder cannot be written to, by its permissions.
pub fn is_read_only(folder: &Path) -> bool {
    std::fs::metadata(folder).is_ok_and(|meta| meta.permissions().readonly())
}

impl Outcome {
    /// The warnings about the documents, a line each.
    pub fn warnings(&self) -> Vec<String> {
        self.findings(Severity::Warning)
    }

    /// Why a build script must stop now, a line each; `None` if the tree was as it should be.
    pub fn stop_message(&self, options: &Options) -> Option<Vec<String>> {
        let Some(changes) = &self.changes else {
            return Some(self.findings(Severity::Error));
        };
        if changes.is_empty() {
            return None;
        }
        let out = options.out.display();
        let (first, last) = match options.mode {
            Mode::Write => (
                format!("{out} was stale and has been refreshed:"),
                "build again: cargo may have compiled the old files already".to_owned(),
            ),
            Mode::Check => (
                format!("{out} is not what the documents say:"),
                format!(
                    "refresh it with `{}` and commit the result",
                    options.refresh
                ),
            ),
        };
        let mut lines = vec![first];
        lines.extend(changes.summary(LISTED));
        lines.extend(self.users.lines(LISTED));
        lines.push(last);
        Some(lines)
    }

    fn findings(&self, severity: Severity) -> Vec<String> {
        let empty = Sources::default();
        let mut lines = Vec::new();
        for document in &self.documents {
            lines.extend(one_line_each(
                &document.diagnostics,
                &document.sources,
                severity,
            ));
        }
        lines.extend(one_line_each(&self.diagnostics, &empty, severity));
        lines
    }
}

/// Cargo's directives are single lines: `file:line:column: message (help)`.
fn one_line_each(diagnostics: &Diagnostics, sources: &Sources, severity: Severity) -> Vec<String> {
    let mut wanted = Diagnostics::default();
    for diagnostic in diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == severity)
    {
        wanted.push(diagnostic.clone());
    }
    diag::to_json(&wanted, sources)
        .iter()
        .map(|value| {
            let text = |key: &str| value[key].as_str().unwrap_or_default().replace('\n', " ");
            let place = match value["line"].as_u64() {
                Some(line) => format!("{}:{line}:{}: ", text("file"), value["column"]),
                None => String::new(),
            };
            let help = match value["help"].as_str() {
                Some(help) => format!(" ({})", help.replace('\n', " ")),
                None => String::new(),
            };
            format!("{place}{} [{}]{help}", text("message"), text("code"))
        })
        .collect()
}
