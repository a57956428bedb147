//! `specsmith impact`. In: two sides and a workspace; out: the lines of the workspace that the difference touches, and
//! exit code 1 if there are any, or if a change is major that nobody can look for. Invariant: nothing is generated, and nothing is written.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::diff::sides::{self, Document};
use super::{FINDINGS, FINE, UNUSABLE};
use crate::config::Config;
use crate::impact::{self, Impact, Pair, render};
use crate::ir::Api;
use crate::review::{self, one_sided};
use crate::{lower, passes};

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
    /// The workspace whose code is looked at
    #[arg(long, value_name = "DIR", default_value = ".")]
    workspace: PathBuf,
    /// The package of the generated crate, where it is not in reach of the workspace
    #[arg(long = "crate", value_name = "PACKAGE")]
    package: Option<String>,
    /// The module of the API in that crate, where the document has another name
    #[arg(long, value_name = "NAME")]
    module: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Github,
}

/// Runs `specsmith impact`.
pub(super) fn run(args: &Args) -> ExitCode {
    match try_impact(args) {
        Ok(impact) => {
            for problem in &impact.unread {
                eprintln!("warning: not read: {problem}");
            }
            ExitCode::from(if impact.is_any() { FINDINGS } else { FINE })
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(UNUSABLE)
        }
    }
}

fn try_impact(args: &Args) -> Result<Impact, String> {
    let words = sides::Words {
        base: args.base.as_deref(),
        revision: args.revision.as_deref(),
        against: args.against.as_deref(),
    };
    let (base, revision) = sides::read(&words)?;
    base.tell();
    let mut pairs = Vec::new();
    for (old, new) in sides::paired(&base, &revision) {
        pairs.push(pair(old, new)?);
    }
    let options = impact::Options {
        workspace: args.workspace.clone(),
        package: args.package.clone(),
        module: args.module.clone(),
    };
    let impact = impact::impact(pairs, &options)?;
    let text = match args.format {
        Format::Text => render::text(&impact),
        Format::Github => render::github(&impact),
        Format::Json => {
            let mut text = serde_json::to_string_pretty(&render::json(&impact))
                .map_err(|error| error.to_string())?;
            text.push('\n');
            text
        }
    };
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(impact),
        Err(error) => Err(error.to_string()),
        Ok(()) => Ok(impact),
    }
}

fn pair(old: &Document, new: Option<&Document>) -> Result<Pair, String> {
    let options = review::Options::now();
    let Some(new) = new else {
        return Ok(Pair {
            base: api(old, &old.config)?,
            revision: None,
            report: one_sided("document-removed", &old.name, &old.loaded, &options),
        });
    };
    let [before, after] = sides::configs(old, new);
    Ok(Pair {
        base: api(old, before)?,
        revision: Some(api(new, after)?),
        report: sides::compared(old, new, &options),
    })
}

/// What the crate is generated from.
fn api(document: &Document, config: &Config) -> Result<Api, String> {
    let failed = || {
        format!(
            "no crate can be generated from {}: `specsmith ir` tells why",
            document.name
        )
    };
    let (draft, _) = lower::draft(&document.loaded, config);
    let entry = document.loaded.sources.entry_name();
    let (api, found) = passes::run(draft.ok_or_else(failed)?, config, entry);
    if found.has_errors() {
        Err(failed())
    } else {
        Ok(api)
    }
}
