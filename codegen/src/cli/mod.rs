//! The command line. In: arguments; out: text and an exit code. Invariant: exit code 0 means fine, 1 findings (stale
//! output), 2 unusable input or arguments.

mod diff;
mod explain;
mod generate;
mod impact;
mod ir;
mod report;
#[cfg(feature = "watch")]
mod watch;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// OpenAPI in, a readable Rust client out.
#[derive(Parser, Debug)]
#[command(name = "specsmith", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Generate the crate, writing only what changed.
    Generate(generate::Args),
    /// Compare the crate with what would be generated, and write nothing.
    Check(generate::Args),
    /// Compare two versions of documents: on the wire, and for Rust code.
    Diff(diff::Args),
    /// Say what a finding means and what to do about it, or what a rule of the diff is about.
    Explain(explain::Args),
    /// Show the lines of a workspace that the difference of two versions touches.
    Impact(impact::Args),
    /// Print what was understood of a document: its types and operations.
    Ir(ir::Args),
    /// Generate the crate, and again whenever a document or a file it refers to changes, until ctrl-c.
    #[cfg(feature = "watch")]
    Watch(generate::Args),
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Generate(args) => generate::generate(&args),
        Command::Check(args) => generate::check(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Impact(args) => impact::run(&args),
        Command::Ir(args) => ir::run(&args),
        #[cfg(feature = "watch")]
        Command::Watch(args) => watch::run(&args),
    }
}

/// Whether whoever looks at the terminal wants colours (no-color.org), and it can show them.
fn wants_color() -> bool {
    let is_set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    is_set("NO_COLOR").is_none() && is_set("TERM").is_none_or(|name| name != "dumb")
}

/// The exit codes.
const FINE: u8 = 0;
const FINDINGS: u8 = 1;
const UNUSABLE: u8 = 2;
