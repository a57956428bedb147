//! `specsmith diff`. In: two sides; out: a report on standard output, and exit code 1 if something is worse than
//! `--fail-on` allows. Invariant: what the library returns is what is printed.

mod git;
pub(super) mod sides;

use std::io::{IsTerminal, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use serde_json::Value;

use super::report::{self, MessageFormat};
use super::{FINDINGS, FINE, UNUSABLE, wants_color};
use crate::diag::{self, Diagnostics};
use crate::review::accept::Accepted;
use crate::review::report::{Report, Rust, Wire};
use crate::review::{Options, render, version};
use crate::source::Sources;
use sides::Document;

/// The arguments.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The older side: a file, a directory of documents, or a git object such as `main:spec/api.yaml`
    #[arg(required_unless_present = "against")]
    base: Option<String>,
    /// The newer side, in the same way
    #[arg(required_unless_present = "against")]
    revision: Option<String>,
    /// Compare the documents under `spec/` with those of a git revision
    #[arg(long, value_name = "REVISION", conflicts_with_all = ["base", "revision"])]
    against: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// When to use colours
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Exit with 1 from these verdicts on, for example `wire:breaking,rust:major`
    #[arg(long, value_name = "VERDICTS", value_parser = FailOn::parse)]
    fail_on: Option<FailOn>,
    /// Print the version that should follow this one
    #[arg(long, value_name = "VERSION")]
    suggest_version: Option<String>,
    /// Known changes and levels of the team's choice [default: spec/accepted.toml, if there is one]
    #[arg(long, value_name = "FILE")]
    accepted: Option<PathBuf>,
}

impl Args {
    fn words(&self) -> sides::Words<'_> {
        sides::Words {
            base: self.base.as_deref(),
            revision: self.revision.as_deref(),
            against: self.against.as_deref(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Json,
    Sarif,
    Github,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// The verdicts that make the command fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct FailOn {
    wire: Option<Wire>,
    rust: Option<Rust>,
}

impl FailOn {
    fn parse(text: &str) -> Result<Self, String> {
        let mut fail_on = Self::default();
        for word in text.split(',') {
            let (kind, verdict) = word.split_once(':').unwrap_or((word, ""));
            match (kind.trim(), verdict.trim()) {
                ("wire", verdict) => fail_on.wire = Some(known(Wire::parse(verdict), word)?),
                ("rust", verdict) => fail_on.rust = Some(known(Rust::parse(verdict), word)?),
                _ => return Err(unknown(word)),
            }
        }
        Ok(fail_on)
    }

    /// Whether a change that nobody accepted is as bad as that.
    fn hits(self, report: &Report) -> bool {
        let open = report
            .changes
            .iter()
            .filter(|change| change.accepted.is_none());
        let bad = |wire: Wire, rust: Rust| {
            self.wire.is_some_and(|worst| wire >= worst)
                || self.rust.is_some_and(|worst| rust >= worst)
        };
        let spelling = report.spelling;
        let respelled = spelling > Rust::Patch && self.rust.is_some_and(|worst| spelling >= worst);
        respelled || open.into_iter().any(|change| bad(change.wire, change.rust))
    }
}

fn known<T>(verdict: Option<T>, word: &str) -> Result<T, String> {
    verdict.ok_or_else(|| unknown(word))
}

fn unknown(word: &str) -> String {
    const ALL: [&str; 6] = [
        "wire:compatible",
        "wire:risky",
        "wire:breaking",
        "rust:patch",
        "rust:minor",
        "rust:major",
    ];
    let near = match diag::suggest(word.trim(), ALL) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::new(),
    };
    format!("`{word}` is none of {}{near}", ALL.join(", "))
}

/// Runs `specsmith diff`.
pub(super) fn run(args: &Args) -> ExitCode {
    match try_diff(args) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(UNUSABLE)
        }
    }
}

fn try_diff(args: &Args) -> Result<ExitCode, String> {
    let mut options = Options::now();
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let accepted = Accepted::read(args.accepted.as_deref(), &mut sources, &mut found);
    let Some(accepted) = accepted else {
        let text = diag::render(&found, &sources, false, 5);
        return Err(format!("the known changes cannot be read\n{text}"));
    };
    options.levels.clone_from(&accepted.levels);
    let (base, revision) = sides::read(&args.words())?;
    base.tell();
    let (mut report, pairs) = sides::compare(&base, &revision, &options);
    let stale = accepted.apply(&mut report, options.today);
    let suggested = match &args.suggest_version {
        Some(current) => Some(
            version::next(current, report.summary.rust)
                .map_err(|error| format!("--suggest-version: {error}"))?,
        ),
        None => None,
    };
    print(args, &report, &pairs, suggested.as_deref())?;
    report::write(&stale, &sources, MessageFormat::Human, true);
    let failed = args.fail_on.is_some_and(|fail_on| fail_on.hits(&report));
    let code = if failed || stale.has_errors() {
        FINDINGS
    } else {
        FINE
    };
    Ok(ExitCode::from(code))
}

fn print(
    args: &Args,
    report: &Report,
    pairs: &[(&Document, &Document)],
    suggested: Option<&str>,
) -> Result<(), String> {
    let mut text = match args.format {
        Format::Text => render::text::render(report, colored(args.color)),
        Format::Markdown => render::markdown::render(report),
        Format::Json => {
            let mut value = render::json::render(report);
            if let Some(version) = suggested {
                value["summary"]["suggested_version"] = Value::from(version);
            }
            pretty(&value)?
        }
        Format::Sarif => pretty(&render::sarif::render(report))?,
        Format::Github => render::github::render(report),
        Format::Html => render::html::render(report, &sides::texts(pairs)),
    };
    if let Some(version) = suggested {
        match args.format {
            Format::Text => text.push_str(&format!("\nnext version {version}\n")),
            Format::Markdown => text.push_str(&format!("Next version: **{version}**\n")),
            Format::Json | Format::Sarif | Format::Github | Format::Html => {}
        }
    }
    let written = std::io::stdout().lock().write_all(text.as_bytes());
    match written {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| error.to_string()),
    }
}

fn pretty(value: &Value) -> Result<String, String> {
    let mut text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}

fn colored(color: Color) -> bool {
    match color {
        Color::Auto => std::io::stdout().is_terminal() && wants_color(),
        Color::Always => true,
        Color::Never => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{FailOn, Rust, Wire};

    #[test]
    fn verdicts_to_fail_on_are_read() {
        let both = FailOn::parse("wire:breaking,rust:major");
        assert_eq!(
            both,
            Ok(FailOn {
                wire: Some(Wire::Breaking),
                rust: Some(Rust::Major)
            })
        );
        assert!(FailOn::parse("wire").is_err());
        assert!(FailOn::parse("rust:breaking").is_err());
    }
}
