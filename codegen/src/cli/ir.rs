//! `specsmith ir`: what was understood of a document. In: one document; out: the IR as stable text.

use super::report::{self, MessageFormat};
use super::{FINE, UNUSABLE};
use crate::generate::read;
use crate::ir;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The arguments.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// An OpenAPI document.
    spec: PathBuf,
    /// An OpenAPI Overlay to apply; may be given several times.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// How findings are written to standard error.
    #[arg(long, value_enum, default_value_t)]
    message_format: MessageFormat,
}

/// Runs it.
pub(super) fn run(args: &Args) -> ExitCode {
    let document = read(&args.spec, Path::new(""), &args.overlay);
    report::write(
        &document.diagnostics,
        &document.sources,
        args.message_format,
        true,
    );
    match document.api {
        Some(api) => {
            // A reader that closes the pipe early has seen what it wanted.
            let _ = std::io::stdout().write_all(ir::dump(&api).as_bytes());
            ExitCode::from(FINE)
        }
        None => ExitCode::from(UNUSABLE),
    }
}
