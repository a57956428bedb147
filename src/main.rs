//! `activity`: see [`activity::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    activity::cli::run()
}
