//! The `specsmith` command: see `specsmith --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    specsmith::cli::run()
}
