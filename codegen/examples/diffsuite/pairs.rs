//! In: successive versions of real documents. Out: how many changes there are and how long it takes, and whether a
//! document differs from itself. Invariant: each document is read once.

use std::path::Path;
use std::time::Instant;

use specsmith::review::{Options, diff};

/// Runs every pair and prints a line each. Says whether no document differs from itself.
pub(crate) fn run(folder: &Path) -> bool {
    let mut good = true;
    println!(
        "{:<28} {:>6} {:>6} {:>6} {:>8} {:>8} {:>8} {:>8}",
        "pair", "break", "risky", "compat", "entries", "oasdiff", "load", "diff"
    );
    for case in super::subfolders(folder) {
        let start = Instant::now();
        let Some((base, revision)) = super::load_pair(&case) else {
            println!("{}: cannot be read", super::name(&case));
            good = false;
            continue;
        };
        let loaded = start.elapsed();
        let start = Instant::now();
        let report = diff(&base, &revision, &Options::now());
        let compared = start.elapsed();
        let summary = report.summary;
        println!(
            "{:<28} {:>6} {:>6} {:>6} {:>8} {:>8} {:>6}ms {:>6}ms",
            super::name(&case),
            summary.breaking,
            summary.risky,
            summary.compatible,
            summary.breaking + summary.risky + summary.compatible,
            theirs(&case),
            loaded.as_millis(),
            compared.as_millis(),
        );
        for side in [&base, &revision] {
            let own = diff(side, side, &Options::now());
            if let Some(change) = own.changes.first() {
                println!(
                    "    differs from itself: {} {}",
                    change.rule, change.message
                );
                good = false;
            }
        }
    }
    good
}

/// How many entries another tool has for the pair.
fn theirs(case: &Path) -> u64 {
    let text = std::fs::read_to_string(case.join("meta.json")).unwrap_or_default();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let levels = value["oasdiff"].as_object().into_iter().flatten();
    levels.filter_map(|(_, count)| count.as_u64()).sum()
}
