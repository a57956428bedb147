//! `specsmith generate` and `specsmith check`. In: documents and an output folder; out: the crate, or what differs.

use super::report::{self, MessageFormat};
use super::{FINDINGS, FINE, UNUSABLE};
use crate::generate::{Mode, Options, Outcome, generate as run, shown};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How many changed files are listed.
const LISTED: usize = 20;

/// The arguments of these commands, and of `specsmith watch`.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// OpenAPI documents, or folders of them. Without any: `spec/` of this workspace, into `generated/`.
    specs: Vec<PathBuf>,
    /// The folder of the crate.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The name of the crate; made from the folder when absent.
    #[arg(long)]
    name: Option<String>,
    /// An OpenAPI Overlay to apply to every document; may be given several times.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// How findings are written to standard error.
    #[arg(long, value_enum, default_value_t)]
    message_format: MessageFormat,
    /// Show every finding, not only the first of each document.
    #[arg(long)]
    all: bool,
    /// Take warnings for errors: nothing is written, and the exit code is 2.
    #[arg(long)]
    deny_warnings: bool,
}

impl Args {
    /// Writes everything a run found.
    pub(super) fn report(&self, outcome: &Outcome) {
        report::outcome(outcome, self.message_format, self.all);
    }
}

/// `specsmith generate`
pub(super) fn generate(args: &Args) -> ExitCode {
    execute(args, Mode::Write)
}

/// `specsmith check`
pub(super) fn check(args: &Args) -> ExitCode {
    execute(args, Mode::Check)
}

fn execute(args: &Args, mode: Mode) -> ExitCode {
    let options = match options(args, mode) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(UNUSABLE);
        }
    };
    let outcome = run(&options);
    args.report(&outcome);
    let code = close(&outcome, &options);
    // The process ends here, and with it the memory: taking it apart piece by piece would only take time.
    std::mem::forget(outcome);
    ExitCode::from(code)
}

/// The closing lines, and the exit code.
fn close(outcome: &Outcome, options: &Options) -> u8 {
    let counts = report::counts(outcome);
    let Some(changes) = &outcome.changes else {
        let denied = if outcome.has_errors() {
            ""
        } else {
            ", which --deny-warnings takes for errors"
        };
        eprintln!("specsmith: nothing was written: {counts}{denied}");
        return UNUSABLE;
    };
    let tail = if counts.is_empty() {
        counts
    } else {
        format!("; {counts}")
    };
    let out = options.out.display();
    let files = changes.unchanged + changes.files.len();
    for line in changes.summary(LISTED) {
        println!("  {line}");
    }
    let code = match (options.mode, changes.is_empty()) {
        (_, true) => {
            println!("{out} is up to date: {files} files{tail}");
            FINE
        }
        (Mode::Write, false) => {
            println!(
                "{out}: {} of {files} files written{tail}",
                changes.files.len()
            );
            FINE
        }
        (Mode::Check, false) => {
            println!(
                "{out} is stale: {} of {files} files differ{tail}",
                changes.files.len()
            );
            println!("refresh it with: {}", options.refresh);
            FINDINGS
        }
    };
    for line in outcome.users.lines(LISTED) {
        println!("{line}");
    }
    code
}

/// What the arguments ask for.
///
/// # Errors
///
/// When they ask for nothing that can be done.
pub(super) fn options(args: &Args, mode: Mode) -> Result<Options, String> {
    let mut options = if args.specs.is_empty() && args.out.is_none() {
        workspace_options(&std::env::current_dir().map_err(|error| error.to_string())?)?
    } else {
        one_crate(args)?
    };
    if let Some(name) = &args.name {
        options.name = crate_name(name)?;
    }
    options.overlays.clone_from(&args.overlay);
    options.mode = mode;
    options.deny_warnings = args.deny_warnings;
    Ok(options)
}

fn one_crate(args: &Args) -> Result<Options, String> {
    let Some(out) = &args.out else {
        return Err("--out DIR is needed when documents are named".to_owned());
    };
    if args.specs.is_empty() {
        return Err("name at least one document to generate from".to_owned());
    }
    let folder = std::path::absolute(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let name = match &args.name {
        Some(name) => crate_name(name)?,
        None => {
            let last = folder
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            last.and_then(|name| crate_name(&name).ok())
                .unwrap_or_else(|| "client".to_owned())
        }
    };
    let specs: Vec<String> = args
        .specs
        .iter()
        .map(|spec| shown(spec, Path::new("")))
        .collect();
    let mut options = Options::new(args.specs.clone(), out.clone(), name.clone());
    let folder = shown(out, Path::new(""));
    options.refresh = format!(
        "specsmith generate {} --out {folder} --name {name}",
        specs.join(" ")
    );
    Ok(options)
}

/// The options of a workspace that has `spec/` and `generated/`, at `folder` or above it.
///
/// # Errors
///
/// When there is no such workspace.
fn workspace_options(folder: &Path) -> Result<Options, String> {
    let root = folder
        .ancestors()
        .find(|dir| dir.join("spec").is_dir() && dir.join("generated").is_dir());
    let Some(root) = root else {
        return Err("there is no spec/ with a generated/ beside it here or above; name documents and --out DIR".to_owned());
    };
    crate::workspace(root)
}

/// A name that cargo takes.
fn crate_name(name: &str) -> Result<String, String> {
    let fine = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && name.starts_with(|c: char| c.is_ascii_alphabetic());
    if fine {
        Ok(name.to_owned())
    } else {
        Err(format!(
            "`{name}` is not a name for a crate: letters, digits, `-` and `_`, and a letter first"
        ))
    }
}
