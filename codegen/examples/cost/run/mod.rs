//! How fast a generated client runs, beside what is written by hand: `cost run [json|calls]`. In: the project's documents,
//! two of this folder, and the recorded bodies; out: ratios with their spread, and allocations. Invariant: both sides are
//! measured in turn, in one process; what is measured is a crate as anyone gets it, built with `--release`.

use crate::Tools;
use std::path::Path;
use std::process::Command;

use specsmith::Options;
use specsmith::diag::Severity;

/// The manifest of the program that measures.
const MANIFEST: &str = r#"[package]
name = "bench"
version = "0.1.0"
edition = "2024"

[[bin]]
name = "bench"
path = "src/main.rs"

[dependencies]
measured = { path = "../measured" }
bytes = "1"
reqwest = { version = "0.13", default-features = false, features = ["rustls-no-provider", "http2", "gzip", "json", "query"] }
rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
tokio = { version = "1", features = ["rt-multi-thread", "macros", "net", "time"] }

[workspace]
"#;

/// What is asked for.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// What to measure; both when absent.
    what: Vec<What>,
    /// Megabytes of the bodies.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 10, 100])]
    sizes: Vec<u32>,
    /// The name of a body; may be given several times. All when absent.
    #[arg(long)]
    only: Vec<String>,
}

/// What can be measured.
#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum What {
    /// Reading and writing bodies.
    Json,
    /// Whole calls.
    Calls,
}

impl What {
    fn word(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Calls => "calls",
        }
    }
}

/// Measures.
pub(crate) fn run(args: &Args, tools: &Tools) -> Result<bool, String> {
    measure(args, &tools.work.join("run")).map(|()| true)
}

fn measure(request: &Args, work: &Path) -> Result<(), String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.parent().unwrap_or(package);
    let own = package.join("examples/cost/run");
    std::fs::create_dir_all(work).map_err(|e| says(work, &e))?;
    generate(root, &own, work)?;
    let bench = work.join("bench");
    copy(&own.join("bench"), &bench.join("src"))?;
    let manifest = bench.join("Cargo.toml");
    std::fs::write(&manifest, MANIFEST).map_err(|e| says(&manifest, &e))?;
    // The versions that the workspace is tested with.
    let lock = bench.join("Cargo.lock");
    if !lock.is_file() {
        std::fs::copy(root.join("Cargo.lock"), &lock).map_err(|e| says(&lock, &e))?;
    }
    let target = work.join("target");
    cargo(
        crate::process::cargo()
            .args(["build", "--release", "--quiet"])
            .current_dir(&bench)
            .env("CARGO_TARGET_DIR", &target),
    )?;
    let all = [What::Json, What::Calls];
    let what = if request.what.is_empty() {
        all.as_slice()
    } else {
        &request.what
    };
    for what in what {
        let mut program = Command::new(target.join("release/bench"));
        program.arg(what.word()).arg(root.join("tests/bodies"));
        program.args(request.sizes.iter().map(u32::to_string));
        cargo(program.args(&request.only))?;
    }
    Ok(())
}

/// Writes the crate that is measured.
fn generate(root: &Path, own: &Path, work: &Path) -> Result<(), String> {
    let specs = vec![root.join("spec"), own.join("documents")];
    let outcome = specsmith::generate(&Options::new(specs, work.join("measured"), "measured"));
    match outcome.count(Severity::Error) {
        0 => Ok(()),
        errors => Err(format!("{errors} errors in the documents")),
    }
}

/// Copies a folder, so that what was there before is replaced.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    std::fs::create_dir_all(to).map_err(|e| says(to, &e))?;
    for entry in std::fs::read_dir(from).map_err(|e| says(from, &e))? {
        let path = entry.map_err(|e| says(from, &e))?.path();
        let Some(name) = path.file_name() else {
            continue;
        };
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            std::fs::copy(&path, to.join(name)).map_err(|e| says(&path, &e))?;
        }
    }
    Ok(())
}

fn cargo(command: &mut Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|e| format!("{:?}: {e}", command.get_program()))?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("{:?} ended with {status}", command.get_program())),
    }
}

fn says(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
