//! Measures the generator on real documents: generates each, compiles every crate in one workspace, and sends every
//! example a document carries through the emitted types and back. In: folders or files; out: a table, totals, and
//! `results.tsv` on request. Exit code 0 when every document came through, 1 when one did not, 2 for bad arguments.
//!
//!     cargo run --release -p specsmith --example corpus -- DIR…

mod compile;
mod declared;
#[path = "../cost/emitted.rs"]
mod emitted;
mod judge;
mod progress;
mod report;
mod roundtrip;
mod select;
mod workspace;

use clap::Parser;
use report::{Row, Totals};
use std::path::PathBuf;
use std::process::ExitCode;

/// Generate, compile and round-trip every document of some folders.
#[derive(Parser, Debug)]
#[command(name = "corpus")]
struct Args {
    /// Documents, or folders that are searched for them (.yaml, .yml, .json).
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Where the crates are written and compiled.
    #[arg(long, default_value = "target/corpus")]
    work: PathBuf,
    /// How many compilations run at once.
    #[arg(long, default_value_t = std::thread::available_parallelism().map_or(1, usize::from))]
    jobs: usize,
    /// Take only so many documents, drawn at random.
    #[arg(long)]
    sample: Option<usize>,
    /// The seed of the draw.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Generate only; compile nothing.
    #[arg(long)]
    no_compile: bool,
    /// Compile, but send no examples round.
    #[arg(long, conflicts_with = "no_compile")]
    check_only: bool,
    /// Skip documents larger than this many bytes.
    #[arg(long)]
    max_bytes: Option<u64>,
    /// Write one line a document, tab separated.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Print how often each diagnostic code was given.
    #[arg(long)]
    codes: bool,
    /// Print each example that did not come back the same.
    #[arg(long)]
    failures: bool,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("corpus: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<bool, String> {
    let documents = select::documents(&args.paths, args.max_bytes, args.sample, args.seed)?;
    let mut rows = generate_all(args, &documents)?;
    if !args.no_compile {
        workspace::write_root(&args.work, &rows)?;
        let depth = match args.check_only {
            true => compile::Depth::Check,
            false => compile::Depth::Build,
        };
        compile::run_all(&args.work, args.jobs, depth, &mut rows)?;
        if depth == compile::Depth::Build {
            roundtrip::run_all(&args.work, &mut rows)?;
        }
    }
    let totals = Totals::of(&rows);
    report::print_table(&rows, args.no_compile);
    if args.failures {
        report::print_failures(&rows);
    }
    totals.print(args.no_compile);
    if args.codes {
        Totals::print_codes(&rows);
    }
    if let Some(path) = &args.out {
        report::write_tsv(path, &rows)?;
    }
    Ok(totals.clean(args.no_compile))
}

fn generate_all(args: &Args, documents: &[PathBuf]) -> Result<Vec<Row>, String> {
    let mut bar = progress::Progress::new("generating", documents.len());
    let mut rows = Vec::with_capacity(documents.len());
    for (index, document) in documents.iter().enumerate() {
        bar.step(&document.display().to_string());
        rows.push(workspace::generate(&args.work, index, document)?);
    }
    bar.finish();
    Ok(rows)
}
