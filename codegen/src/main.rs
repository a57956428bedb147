//! The `specsmith` command: see `specsmith --help`.

use std::process::ExitCode;

// A large document is millions of small allocations.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    specsmith::cli::run()
}
