//! `compile`: what it takes to compile a client. In: documents; out: time and memory of cargo on the emitted crate alone,
//! for every generator that is installed, and the ratios of specsmith to each. Invariant: dependencies are built before
//! anything is measured, nothing is compiled incrementally, the crates take turns; a crate that does not compile is said
//! to be so, with its first error.

use crate::Tools;
use crate::emitted::{self, Emitted};
use crate::generate::{Side, against_best, cells, once};
use crate::generators::{Generator, package_name};
use crate::process::{self, Run, Usage};
use crate::spread::{Figure, bytes};
use crate::table;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The arguments.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The documents.
    #[arg(required = true)]
    documents: Vec<PathBuf>,
    /// Build optimised libraries too, and tell how large they are.
    #[arg(long)]
    release: bool,
    /// How many times each crate is compiled.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// How a crate is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// `cargo check`
    Check,
    /// `cargo build --release`
    Release,
}

impl How {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Release => &["build", "--release"],
        }
    }
}

/// The crate of one generator.
struct Krate {
    folder: PathBuf,
    name: String,
    emitted: Emitted,
}

/// Runs the command.
pub(crate) fn run(args: &Args, tools: &Tools) -> Result<bool, String> {
    tools.print_versions();
    for document in &args.documents {
        let mut crates = Vec::new();
        for generator in tools.generators() {
            crates.push((generate(&generator, document, &tools.work)?, generator));
        }
        println!("\n{}", document.display());
        print_emitted(&crates);
        compile(&crates, How::Check, args.rounds, &tools.work)?;
        if args.release {
            compile(&crates, How::Release, args.rounds, &tools.work)?;
        }
    }
    Ok(true)
}

/// Generates a crate. The outer error is ours, the inner one the generator's.
fn generate(
    generator: &Generator,
    document: &Path,
    work: &Path,
) -> Result<Result<Krate, String>, String> {
    let work = work.join("compile");
    if let Err(reason) = once(generator, document, &work)? {
        return Ok(Err(reason));
    }
    let name = format!("{}-{}", package_name(document), generator.name());
    let folder = work.join(generator.name()).join(&name);
    generator.complete(&folder, &name)?;
    let emitted = emitted::count(&folder.join("src"), &[])?;
    Ok(Ok(Krate {
        folder,
        name,
        emitted,
    }))
}

fn print_emitted(crates: &[(Result<Krate, String>, Generator)]) {
    let mut rows = vec![table::row(["what is emitted", "files", "lines", "bytes"])];
    for (krate, generator) in crates {
        let Ok(Krate { emitted, .. }) = krate else {
            continue;
        };
        rows.push(vec![
            generator.name().to_owned(),
            emitted.files.to_string(),
            emitted.lines.to_string(),
            bytes(emitted.bytes as f64),
        ]);
    }
    table::print(&rows);
}

fn compile(
    crates: &[(Result<Krate, String>, Generator)],
    how: How,
    rounds: u32,
    work: &Path,
) -> Result<(), String> {
    let mut sides = Vec::new();
    for (krate, generator) in crates {
        let mut side = Side::new(generator.clone());
        match krate {
            Ok(krate) => {
                eprintln!("compiling {} with its dependencies…", krate.name);
                let first = cargo(&krate.folder, how, work)?;
                side.failure =
                    (!first.is_fine()).then(|| format!("does not compile: {}", first.failure()));
            }
            Err(reason) => side.failure = Some(reason.clone()),
        }
        sides.push(side);
    }
    for _ in 0..rounds {
        for (side, (krate, _)) in sides.iter_mut().zip(crates) {
            let (None, Ok(krate)) = (&side.failure, krate) else {
                continue;
            };
            touch(&krate.folder)?;
            let run = cargo(&krate.folder, how, work)?;
            side.note(
                run.is_fine()
                    .then_some(run.usage)
                    .ok_or_else(|| run.failure()),
            );
        }
    }
    print(&sides, crates, how, rounds, work)
}

/// Compiles a crate with all that it needs and is not there yet.
fn cargo(folder: &Path, how: How, work: &Path) -> Result<Run, String> {
    let mut cargo = process::cargo();
    cargo
        .args(how.arguments())
        .arg("--quiet")
        .current_dir(folder)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", work.join("target"))
        .stdout(std::process::Stdio::null());
    Ok(process::run(&mut cargo, &work.join("cargo.txt"))?)
}

/// Makes cargo compile a crate again.
pub(crate) fn touch(folder: &Path) -> Result<(), String> {
    let file = folder.join("src/lib.rs");
    let touched = File::options()
        .append(true)
        .open(&file)
        .and_then(|open| open.set_modified(SystemTime::now()));
    touched.map_err(|e| format!("{}: {e}", file.display()))
}

fn print(
    sides: &[Side],
    crates: &[(Result<Krate, String>, Generator)],
    how: How,
    rounds: u32,
    work: &Path,
) -> Result<(), String> {
    let command = how.arguments().join(" ");
    println!("cargo {command}, the emitted crate alone: medians of {rounds} rounds in turn");
    let size = if how == How::Release { "library" } else { "" };
    let mut rows = vec![table::row([
        "",
        "wall",
        "user",
        "peak",
        "specsmith's part of: wall",
        "user",
        "peak",
        size,
    ])];
    for (side, (krate, _)) in sides.iter().zip(crates) {
        let mut row = cells(side, &sides[0]);
        if let (How::Release, true, Ok(krate)) = (how, side.is_fine(), krate) {
            row.resize(7, String::new());
            row.push(bytes(library_size(krate, work)? as f64));
        }
        rows.push(row);
    }
    table::print(&rows);
    // oas3-gen has no part in this: what is to be beaten is the better of these two.
    let peers: Vec<&Side> = sides
        .iter()
        .filter(|side| matches!(side.generator, Generator::Ploidy | Generator::OpenapiToRust))
        .collect();
    for (figure, what) in [
        (Figure::Wall, "time"),
        (Figure::User, "processor time"),
        (Figure::Peak, "memory"),
    ] {
        match against_best(&sides[0], &peers, figure) {
            Some((peer, ratio)) => println!("  {what}: {ratio} of {peer}'s, the better of the two"),
            None => println!("  {what}: there is nothing to compare with"),
        }
    }
    Ok(())
}

fn library_size(krate: &Krate, work: &Path) -> Result<u64, String> {
    let name = format!("lib{}.rlib", krate.name.replace('-', "_"));
    let file = work.join("target/release").join(name);
    let data = std::fs::metadata(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(data.len())
}

/// What a run of cargo took, or its failure.
pub(crate) fn measured(
    mut cargo: std::process::Command,
    what: &str,
    work: &Path,
) -> Result<Usage, String> {
    cargo.stdout(std::process::Stdio::null());
    let run = process::run(&mut cargo, &work.join("cargo.txt"))?;
    Ok(run.expect_fine(what)?.usage)
}
