//! `generate`: what it takes to generate a client. In: documents; out: time and memory of every generator that is
//! installed, writing into an empty folder, and the ratios of specsmith to each. Invariant: the generators run in turn,
//! a round after the other; one that is missing, fails or writes nothing is named with the reason.

use crate::Tools;
use crate::emitted;
use crate::generators::{Fresh, Generator, empty_folder, package_name};
use crate::process::{self, Trouble, Usage};
use crate::spread::{Figure, Spread, bytes};
use crate::table;
use std::path::{Path, PathBuf};

/// What specsmith is to take of what the best of the others takes.
const TARGET: f64 = 0.5;

/// The arguments.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The documents.
    #[arg(required = true)]
    documents: Vec<PathBuf>,
    /// How many times each generator runs.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// One generator on one document.
pub(crate) struct Side {
    pub(crate) generator: Generator,
    pub(crate) runs: Vec<Usage>,
    /// Why there are no figures.
    pub(crate) failure: Option<String>,
}

impl Side {
    /// A side that was not measured yet.
    pub(crate) fn new(generator: Generator) -> Self {
        Self {
            generator,
            runs: Vec::new(),
            failure: None,
        }
    }

    /// Whether it has figures.
    pub(crate) fn is_fine(&self) -> bool {
        self.failure.is_none() && !self.runs.is_empty()
    }

    /// Adds a round, or notes what went wrong.
    pub(crate) fn note(&mut self, round: Result<Usage, String>) {
        match round {
            Ok(usage) => self.runs.push(usage),
            Err(reason) => self.failure = Some(reason),
        }
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args, tools: &Tools) -> Result<bool, String> {
    tools.print_versions();
    let mut fresh = Fresh::new(&tools.work.join("generate"));
    for document in &args.documents {
        let size = std::fs::metadata(document)
            .map_err(|e| format!("{}: {e}", document.display()))?
            .len();
        let sides = measure(document, args.rounds, tools, &mut fresh)?;
        let rounds = args.rounds;
        let shown = document.display();
        println!(
            "\n{shown}, {}: medians of {rounds} rounds in turn",
            bytes(size as f64)
        );
        print(&sides);
    }
    Ok(true)
}

fn measure(
    document: &Path,
    rounds: u32,
    tools: &Tools,
    fresh: &mut Fresh,
) -> Result<Vec<Side>, String> {
    let mut sides: Vec<Side> = tools.generators().into_iter().map(Side::new).collect();
    for _ in 0..rounds {
        for side in sides.iter_mut().filter(|side| side.failure.is_none()) {
            let round = once(&side.generator, document, &fresh.folder())?;
            side.note(round);
        }
    }
    Ok(sides)
}

/// Generates once into an empty folder. The outer error is ours, the inner one the generator's.
pub(crate) fn once(
    generator: &Generator,
    document: &Path,
    work: &Path,
) -> Result<Result<Usage, String>, String> {
    let name = format!("{}-{}", package_name(document), generator.name());
    let folder = work.join(generator.name());
    empty_folder(&folder)?;
    let out = folder.join(&name);
    let log = folder.join("stderr.txt");
    let run = match process::run(&mut generator.command(document, &out, &name), &log) {
        Ok(run) => run,
        Err(Trouble::Missing) => return Ok(Err(generator.remedy())),
        Err(Trouble::Other(reason)) => return Err(format!("{}: {reason}", generator.name())),
    };
    if !run.is_fine() {
        return Ok(Err(run.failure()));
    }
    if !out.is_dir() || emitted::count(&out, &[])?.files == 0 {
        return Ok(Err("exit status 0, but it wrote no Rust".to_owned()));
    }
    Ok(Ok(run.usage))
}

/// Prints the figures of one document, with the ratio of the first side to the others.
fn print(sides: &[Side]) {
    let mut rows = vec![table::row([
        "",
        "wall",
        "user",
        "peak",
        "specsmith's part of: wall",
        "user",
        "peak",
    ])];
    for side in sides {
        rows.push(cells(side, &sides[0]));
    }
    table::print(&rows);
    let peers: Vec<&Side> = sides.iter().skip(1).collect();
    for (figure, what) in [(Figure::Wall, "time"), (Figure::Peak, "memory")] {
        let line = match against_best(&sides[0], &peers, figure) {
            Some((peer, ratio)) => {
                let verdict = if ratio.median <= TARGET {
                    "met"
                } else {
                    "missed"
                };
                format!("{ratio} of {peer}'s; target {TARGET:.2}: {verdict}")
            }
            None => "there is nothing to compare with".to_owned(),
        };
        println!("  {what}: {line}");
    }
    let floor = process::floor();
    let hidden = |side: &Side| side.is_fine() && Figure::Peak.median(&side.runs) < floor * 1.1;
    if sides.iter().any(hidden) {
        let shown = bytes(floor);
        println!(
            "  peaks near {shown} may be lower: this program takes that itself, and the system reports no less"
        );
    }
}

/// The cells of one side: its medians, and the ratios of specsmith to it.
pub(crate) fn cells(side: &Side, ours: &Side) -> Vec<String> {
    let name = side.generator.name().to_owned();
    if let Some(reason) = &side.failure {
        return vec![format!("{name}  {reason}")];
    }
    let mut row = vec![name];
    row.extend(Figure::ALL.map(|figure| figure.shown(&side.runs)));
    if side.generator != ours.generator && ours.is_fine() {
        row.extend(Figure::ALL.map(|figure| {
            Spread::of_ratios(&ours.runs, &side.runs, figure)
                .map_or_else(|| "-".to_owned(), |ratio| ratio.to_string())
        }));
    }
    row
}

/// The ratio of our side to the one of `peers` that takes least of a figure.
pub(crate) fn against_best(
    ours: &Side,
    peers: &[&Side],
    figure: Figure,
) -> Option<(&'static str, Spread)> {
    let best = peers
        .iter()
        .filter(|side| ours.is_fine() && side.is_fine())
        .min_by(|a, b| figure.median(&a.runs).total_cmp(&figure.median(&b.runs)))?;
    let ratio = Spread::of_ratios(&ours.runs, &best.runs, figure)?;
    Some((best.generator.name(), ratio))
}
