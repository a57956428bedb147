//! Measures what clients cost: to generate, to compile, to keep up to date; and holds the project's own documents to a
//! budget. In: documents; out: tables of figures, each as a ratio of two sides that ran in turn, with its spread. Exit
//! code 0 when all went well, 1 when something is over its bound, 2 when it could not be measured.
//!
//!     cargo run --release -p specsmith --example cost -- generate DOC…

mod budget;
mod compile;
mod dependencies;
mod emitted;
mod generate;
mod generators;
mod incremental;
mod process;
mod run;
mod scale;
mod spread;
mod synthetic;
mod table;

use clap::{Parser, Subcommand};
use generators::Generator;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a client costs to generate, to compile and to keep up to date.
#[derive(Parser, Debug)]
#[command(name = "cost")]
struct Args {
    #[command(subcommand)]
    command: Command,
    /// The specsmith to measure; built from this workspace when absent.
    #[arg(long, global = true, value_name = "PATH")]
    specsmith: Option<PathBuf>,
    /// Where crates are written and compiled.
    #[arg(long, global = true, default_value = "target/cost", value_name = "DIR")]
    work: PathBuf,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Time and memory to generate, beside other generators.
    Generate(generate::Args),
    /// Time and memory as documents grow.
    Scale(scale::Args),
    /// Time and memory to compile what is generated, beside other generators.
    Compile(compile::Args),
    /// Crates below a client, and the time to build all of them.
    Dependencies(dependencies::Args),
    /// What a small change of a document costs.
    Incremental(incremental::Args),
    /// Reading, writing and calling with what is generated, beside code written by hand.
    Run(run::Args),
    /// Instructions, lines and crates, held to the limits of codegen/budget.toml.
    Budget(budget::Args),
}

/// What every command needs.
pub(crate) struct Tools {
    /// The specsmith to measure.
    pub(crate) specsmith: PathBuf,
    /// Where crates are written, absolute.
    pub(crate) work: PathBuf,
}

impl Tools {
    fn new(args: &Args) -> Result<Self, String> {
        let absolute =
            |path: &Path| std::path::absolute(path).map_err(|e| format!("{}: {e}", path.display()));
        let work = absolute(&args.work)?;
        std::fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
        let specsmith = match &args.specsmith {
            Some(path) if path.is_file() => absolute(path)?,
            Some(path) => return Err(format!("{}: there is no such program", path.display())),
            None => built()?,
        };
        Ok(Self { specsmith, work })
    }

    /// All generators, specsmith first.
    pub(crate) fn generators(&self) -> [Generator; 4] {
        Generator::all(&self.specsmith)
    }

    /// Says what is measured.
    pub(crate) fn print_versions(&self) {
        for generator in self.generators() {
            match generator.version() {
                Some(version) => println!("{version}"),
                None => println!("{}: {}", generator.name(), generator.remedy()),
            }
        }
    }
}

/// The folder of the workspace.
pub(crate) fn root() -> &'static Path {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR"));
    codegen.parent().unwrap_or(codegen)
}

/// Builds specsmith as people run it, so that what is measured is what the sources say.
fn built() -> Result<PathBuf, String> {
    eprintln!("building specsmith, optimised…");
    let target = root().join("target");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(target, PathBuf::from);
    let target = std::path::absolute(&target).map_err(|e| format!("{}: {e}", target.display()))?;
    let mut cargo = process::cargo();
    cargo
        .current_dir(root())
        .args(["build", "--release", "--locked", "--quiet"])
        .args(["--package", "specsmith", "--bin", "specsmith"]);
    process::output(cargo.env("CARGO_TARGET_DIR", &target))?;
    let program = format!("release/specsmith{}", std::env::consts::EXE_SUFFIX);
    Ok(target.join(program))
}

fn main() -> ExitCode {
    let args = Args::parse();
    let run = |tools: Tools| match &args.command {
        Command::Generate(args) => generate::run(args, &tools),
        Command::Scale(args) => scale::run(args, &tools),
        Command::Compile(args) => compile::run(args, &tools),
        Command::Dependencies(args) => dependencies::run(args, &tools),
        Command::Incremental(args) => incremental::run(args, &tools),
        Command::Run(args) => run::run(args, &tools),
        Command::Budget(args) => budget::run(args, &tools),
    };
    match Tools::new(&args).and_then(run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("cost: {message}");
            ExitCode::from(2)
        }
    }
}
