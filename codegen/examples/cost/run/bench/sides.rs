//! Two sides in turn. In: the same work done by two; out: how they compare, with the spread. Invariant: each round does
//! both, in changing order, and compares their best times, so that what else the machine does weighs on both alike.

use crate::counting::{self, Memory};
use std::time::{Duration, Instant};

/// How many rounds are compared.
const ROUNDS: usize = 9;

/// How long one side runs in a round, at least.
const ROUND: Duration = Duration::from_millis(120);

/// A comparison: ratios are ours to theirs, so that less is better.
pub(crate) struct Comparison {
    ratios: Vec<f64>,
    ours: Duration,
    memory: [Memory; 2],
}

/// Compares two pieces of work. What they give is dropped outside of the time that is taken.
pub(crate) fn compare<A, B>(
    mut ours: impl FnMut() -> A,
    mut theirs: impl FnMut() -> B,
) -> Comparison {
    // Once before, so that both find the caches and the allocator as warm.
    drop(ours());
    drop(theirs());
    let (result, our_memory) = counting::count(&mut ours);
    drop(result);
    let (result, their_memory) = counting::count(&mut theirs);
    drop(result);
    let mut comparison = Comparison {
        ratios: Vec::new(),
        ours: Duration::MAX,
        memory: [our_memory, their_memory],
    };
    for round in 0..ROUNDS {
        let (mut a, mut b) = (Duration::MAX, Duration::MAX);
        let started = Instant::now();
        while started.elapsed() < ROUND * 2 || a == Duration::MAX {
            if round % 2 == 0 {
                a = a.min(time(&mut ours));
                b = b.min(time(&mut theirs));
            } else {
                b = b.min(time(&mut theirs));
                a = a.min(time(&mut ours));
            }
        }
        comparison.ratios.push(a.as_secs_f64() / b.as_secs_f64());
        comparison.ours = comparison.ours.min(a);
    }
    comparison.ratios.sort_by(f64::total_cmp);
    comparison
}

/// How long a piece of work takes, without the dropping of its result.
fn time<T>(work: &mut impl FnMut() -> T) -> Duration {
    let started = Instant::now();
    let result = work();
    let taken = started.elapsed();
    drop(result);
    taken
}

pub(crate) fn head(title: &str) {
    println!();
    println!(
        "{title:<30} {:>6}  {:>18} {:>10}  {:>6} {:>9}  {:>6} {:>9}",
        "size", "time (min–max)", "ours", "allocs", "ours", "peak", "ours"
    );
}

impl Comparison {
    /// Prints a row; `bytes` is what one piece of work goes through.
    pub(crate) fn print(&self, name: &str, bytes: usize) {
        let median = self.ratios[self.ratios.len() / 2];
        let spread = format!(
            "{median:.2} ({:.2}–{:.2})",
            self.ratios[0],
            self.ratios[self.ratios.len() - 1]
        );
        let rate = |time: Duration| match bytes {
            0 => format!("{:.1} µs", time.as_secs_f64() * 1e6),
            _ => format!("{:.0} MB/s", bytes as f64 / time.as_secs_f64() / 1e6),
        };
        let [ours, theirs] = self.memory;
        let ratio = |ours: usize, theirs: usize| ours as f64 / theirs.max(1) as f64;
        println!(
            "{name:<30} {:>6}  {spread:>18} {:>10}  {:>6.2} {:>9}  {:>6.2} {:>9}",
            size(bytes),
            rate(self.ours),
            ratio(ours.count, theirs.count),
            ours.count,
            ratio(ours.peak, theirs.peak),
            format!("{:.1} kB", ours.peak as f64 / 1e3),
        );
    }
}

fn size(bytes: usize) -> String {
    match bytes {
        0 => String::new(),
        1..1_000_000 => format!("{}k", bytes / 1000),
        _ => format!("{}M", bytes / 1_000_000),
    }
}
