//! How fast a generated client runs, beside what is written by hand: `cost run [json|calls]`. In: the project's documents,
//! two of this folder, and the recorded bodies; out: ratios with their spread, and allocations. Invariant: both sides are
//! measured in turn, in one process; what is measured is a crate as anyone gets it, built with `--release`.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

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
struct Request {
    /// What to measure.
    what: Vec<String>,
    /// Megabytes of the bodies.
    sizes: Vec<String>,
    /// Names of bodies; none for all.
    only: Vec<String>,
    /// Where the crates are written.
    work: PathBuf,
}

/// Measures.
pub(crate) fn run(args: &[String]) -> ExitCode {
    match parse(args).and_then(|request| measure(&request)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::from(2)
        }
    }
}

fn parse(args: &[String]) -> Result<Request, String> {
    let mut request = Request {
        what: Vec::new(),
        sizes: ["1", "10", "100"].map(str::to_owned).to_vec(),
        only: Vec::new(),
        work: std::env::temp_dir().join("specsmith-cost-run"),
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("`{arg}` wants a value"));
        match arg.as_str() {
            "json" | "calls" => request.what.push(arg.clone()),
            "--sizes" => request.sizes = value()?.split(',').map(str::to_owned).collect(),
            "--only" => request.only.push(value()?.clone()),
            "--work" => request.work = PathBuf::from(value()?),
            _ => return Err(format!("`{arg}` is not known; say `json` or `calls`")),
        }
    }
    if request.what.is_empty() {
        request.what = vec!["json".to_owned(), "calls".to_owned()];
    }
    Ok(request)
}

fn measure(request: &Request) -> Result<(), String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.parent().unwrap_or(package);
    let own = package.join("examples/cost/run");
    std::fs::create_dir_all(&request.work).map_err(|e| says(&request.work, &e))?;
    generate(root, &own, &request.work)?;
    let bench = request.work.join("bench");
    copy(&own.join("bench"), &bench.join("src"))?;
    let manifest = bench.join("Cargo.toml");
    std::fs::write(&manifest, MANIFEST).map_err(|e| says(&manifest, &e))?;
    // The versions that the workspace is tested with.
    let lock = bench.join("Cargo.lock");
    if !lock.is_file() {
        std::fs::copy(root.join("Cargo.lock"), &lock).map_err(|e| says(&lock, &e))?;
    }
    let target = request.work.join("target");
    cargo(
        Command::new("cargo")
            .args(["build", "--release", "--quiet"])
            .current_dir(&bench)
            .env("CARGO_TARGET_DIR", &target),
    )?;
    for what in &request.what {
        let mut program = Command::new(target.join("release/bench"));
        program.arg(what).arg(root.join("tests/bodies"));
        cargo(program.args(&request.sizes).args(&request.only))?;
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
