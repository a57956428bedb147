//! `scale`: what becomes of the cost as documents grow. In: nothing (documents are made) or a corpus; out: time and memory
//! per operation, or per KB of document, and whether they grow in proportion. Invariant: all sizes run in turn, a round
//! after the other, and ratios are of one round. Exit code 1 where growth is steeper than [`BOUND`].

use crate::Tools;
use crate::generate::once;
use crate::generators::{Fresh, Generator};
use crate::process::Usage;
use crate::spread::{Figure, Spread, bytes, seconds};
use crate::synthetic::{self, Links};
use crate::table;
use std::path::{Path, PathBuf};

/// Growth is linear if what is ten times as large costs at most so much more apiece.
const BOUND: f64 = 1.25;
/// The lengths of descriptions that make 20 MB of 11,000 operations.
const LARGE: (usize, usize) = (11_000, 420);

/// The arguments.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Documents, or folders of them; without any, documents are made.
    corpus: Vec<PathBuf>,
    /// How many times each document is generated from.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// One document with its rounds.
struct Step {
    label: String,
    path: PathBuf,
    bytes: u64,
    /// What the cost is divided by.
    units: f64,
    runs: Vec<Usage>,
}

impl Step {
    fn new(label: String, path: PathBuf, units: f64) -> Result<Self, String> {
        let bytes = std::fs::metadata(&path)
            .map_err(|e| format!("{}: {e}", path.display()))?
            .len();
        Ok(Self {
            label,
            path,
            bytes,
            units,
            runs: Vec::new(),
        })
    }

    /// The cost of a unit, round by round, as a ratio to that of another document.
    fn to(&self, other: &Self, figure: Figure) -> Option<Spread> {
        let apiece = |step: &Self, run: &Usage| figure.of(run) / step.units;
        let pairs = self.runs.iter().zip(&other.runs);
        Spread::of(pairs.map(|(run, before)| apiece(self, run) / apiece(other, before)))
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args, tools: &Tools) -> Result<bool, String> {
    let generator = Generator::Specsmith(tools.specsmith.clone());
    if args.corpus.is_empty() {
        let linear = operations(args.rounds, &generator, &tools.work)?;
        recursion(args.rounds, &generator, &tools.work)?;
        Ok(linear)
    } else {
        corpus(&args.corpus, args.rounds, &generator, &tools.work)
    }
}

/// Generates from each document in turn, round by round.
fn measure(
    steps: &mut [Step],
    rounds: u32,
    generator: &Generator,
    work: &Path,
) -> Result<(), String> {
    let mut fresh = Fresh::new(&work.join("scale"));
    for _ in 0..rounds {
        for step in &mut *steps {
            let usage = once(generator, &step.path, &fresh.folder())?
                .map_err(|reason| format!("{}: {reason}", step.path.display()))?;
            step.runs.push(usage);
        }
    }
    Ok(())
}

/// Documents of ten times the operations each, and a large one.
fn operations(rounds: u32, generator: &Generator, work: &Path) -> Result<bool, String> {
    let mut steps = Vec::new();
    for (count, prose) in [(10, 0), (100, 0), (1_000, 0), (10_000, 0), LARGE] {
        let path = work.join(format!("operations-{count}.json"));
        synthetic::operations(&path, count, prose)?;
        steps.push(Step::new(count.to_string(), path, count as f64)?);
    }
    measure(&mut steps, rounds, generator, work)?;
    println!(
        "Operations: medians of {rounds} rounds in turn; ratios of what an operation costs to the row above"
    );
    print(&steps, "operations");
    let mut linear = true;
    println!("From 1,000 to 10,000 operations, one operation costs");
    for (figure, what) in [(Figure::User, "time"), (Figure::Peak, "memory")] {
        if let Some(ratio) = steps[3].to(&steps[2], figure) {
            linear &= verdict(what, ratio);
        }
    }
    Ok(linear)
}

/// Says whether a ratio is that of linear growth.
fn verdict(what: &str, ratio: Spread) -> bool {
    let linear = ratio.median <= BOUND;
    let word = if linear { "linear" } else { "more than linear" };
    println!("  {ratio} times the {what}: {word} (bound {BOUND:.2})");
    linear
}

/// Schemas that refer to each other beside schemas that do not.
fn recursion(rounds: u32, generator: &Generator, work: &Path) -> Result<(), String> {
    let mut steps = Vec::new();
    for (links, label) in [
        (Links::Leaf, "250 with a leaf"),
        (Links::EachOther, "250 mutually recursive"),
    ] {
        let path = work.join(format!("schemas-{links:?}.json"));
        synthetic::schemas(&path, 250, links)?;
        steps.push(Step::new(label.to_owned(), path, 250.0)?);
    }
    measure(&mut steps, rounds, generator, work)?;
    println!("\nSchemas of eight references each");
    print(&steps, "schemas");
    Ok(())
}

/// Prints a row a step, with the ratio of its cost apiece to the step before.
fn print(steps: &[Step], units: &str) {
    let head = [
        "document",
        "wall",
        "user",
        "peak",
        "user apiece",
        "peak apiece",
        "user: ratio",
        "peak: ratio",
    ];
    let mut rows = vec![vec![units.to_owned()]];
    rows[0].extend(head.map(str::to_owned));
    for (index, step) in steps.iter().enumerate() {
        let mut row = vec![step.label.clone(), bytes(step.bytes as f64)];
        row.extend(Figure::ALL.map(|figure| figure.shown(&step.runs)));
        row.push(seconds(Figure::User.median(&step.runs) / step.units));
        row.push(bytes(Figure::Peak.median(&step.runs) / step.units));
        if let Some(before) = index.checked_sub(1).map(|index| &steps[index]) {
            row.extend([Figure::User, Figure::Peak].map(|figure| {
                step.to(before, figure)
                    .map_or_else(String::new, |ratio| ratio.to_string())
            }));
        }
        rows.push(row);
    }
    table::print(&rows);
}

/// Real documents, by size.
fn corpus(
    paths: &[PathBuf],
    rounds: u32,
    generator: &Generator,
    work: &Path,
) -> Result<bool, String> {
    let mut steps = Vec::new();
    for path in documents(paths)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut step = Step::new(name.into_owned(), path, 1.0)?;
        step.units = step.bytes as f64 / 1e3;
        steps.push(step);
    }
    let found = steps.len();
    let mut fresh = Fresh::new(&work.join("scale"));
    for _ in 0..rounds {
        let mut going = Vec::new();
        for mut step in steps {
            match once(generator, &step.path, &fresh.folder())? {
                Ok(usage) => {
                    step.runs.push(usage);
                    going.push(step);
                }
                Err(reason) => println!("{}: not generated: {reason}", step.path.display()),
            }
        }
        steps = going;
    }
    let refused = found - steps.len();
    steps.sort_by_key(|step| step.bytes);
    println!(
        "{} documents, {refused} not generated; medians of {rounds} rounds",
        steps.len()
    );
    print_corpus(&steps);
    classes(&steps)
}

/// Every document below the paths, in the order of their names.
fn documents(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let shown = |e: std::io::Error| format!("{}: {e}", path.display());
            let entries: Result<Vec<_>, _> = std::fs::read_dir(path).map_err(shown)?.collect();
            let inner = entries
                .map_err(shown)?
                .into_iter()
                .map(|entry| entry.path());
            let mut inner: Vec<PathBuf> = inner
                .filter(|path| path.is_dir() || is_document(path))
                .collect();
            inner.sort();
            found.extend(documents(&inner)?);
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

fn is_document(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("yaml" | "yml" | "json"))
}

fn print_corpus(steps: &[Step]) {
    let mut rows = vec![table::row([
        "document",
        "size",
        "wall",
        "user",
        "peak",
        "user per KB",
        "peak per KB",
    ])];
    for step in steps {
        let mut row = vec![step.label.clone(), bytes(step.bytes as f64)];
        row.extend(Figure::ALL.map(|figure| figure.shown(&step.runs)));
        row.push(seconds(Figure::User.median(&step.runs) / step.units));
        row.push(bytes(Figure::Peak.median(&step.runs) / step.units));
        rows.push(row);
    }
    table::print(&rows);
}

/// What a KB costs in documents of each order of magnitude, and whether large ones pay more for it.
fn classes(steps: &[Step]) -> Result<bool, String> {
    println!("\nWhat a KB costs, by the size of the document: medians (least–greatest)");
    let mut rows = vec![table::row(["from", "documents", "user, ms", "peak, KB"])];
    let mut spreads: Vec<[Spread; 2]> = Vec::new();
    for power in [0, 4, 5, 6, 7] {
        let (from, to) = (
            if power == 0 { 0 } else { 10_u64.pow(power) },
            10_u64.pow((power + 1).max(4)),
        );
        let class: Vec<&Step> = steps
            .iter()
            .filter(|step| (from..to).contains(&step.bytes))
            .collect();
        let apiece = |figure: Figure, unit: f64| {
            Spread::of(
                class
                    .iter()
                    .map(|step| figure.median(&step.runs) / step.units / unit),
            )
        };
        if let (Some(user), Some(peak)) = (apiece(Figure::User, 1e-3), apiece(Figure::Peak, 1e3)) {
            rows.push(vec![
                bytes(from as f64),
                class.len().to_string(),
                user.to_string(),
                peak.to_string(),
            ]);
            spreads.push([user, peak]);
        }
    }
    table::print(&rows);
    let [.., before, last] = spreads.as_slice() else {
        println!("Documents of one size say nothing about growth.");
        return Ok(true);
    };
    // Documents of one size differ among themselves; growth is what lies beyond that.
    println!(
        "In the largest documents, a KB costs, by the median and beside the dearest of the size before,"
    );
    let mut linear = true;
    for (index, what) in ["time", "memory"].into_iter().enumerate() {
        let ratio = last[index].median / before[index].greatest.max(f64::EPSILON);
        linear &= verdict(
            what,
            Spread {
                median: ratio,
                least: ratio,
                greatest: ratio,
            },
        );
    }
    Ok(linear)
}
