//! In: pairs with one change each and the verdicts wanted. Out: where ours differ. Invariant: `-` wants nothing.

use std::path::Path;

use specsmith::review::{Options, diff};

/// Runs every pair and prints what differs. Says whether nothing does.
pub(crate) fn run(folder: &Path) -> bool {
    let table = std::fs::read_to_string(folder.join("verdicts.tsv")).unwrap_or_default();
    let (mut all, mut good) = (0, 0);
    for line in table.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(case), Some(wire), Some(rust)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        all += 1;
        let Some((base, revision)) = super::load_pair(&folder.join(case)) else {
            println!("{case}: cannot be read");
            continue;
        };
        let report = diff(&base, &revision, &Options::now());
        let summary = report.summary;
        let fits = |wanted: &str, got: &str| wanted == "-" || wanted == got;
        if fits(wire, summary.wire.as_str()) && fits(rust, summary.rust.as_str()) {
            good += 1;
            continue;
        }
        let (own_wire, own_rust) = (summary.wire.as_str(), summary.rust.as_str());
        println!("{case}: {own_wire} {own_rust} instead of {wire} {rust}");
        for change in &report.changes {
            println!(
                "    {} {} {}",
                change.wire.as_str(),
                change.rust.as_str(),
                change.rule
            );
        }
    }
    println!("verdicts {good} of {all}");
    good == all
}
