//! In: the published list of another tool's rules. Out: which of them there are under the same id, and whether the
//! levels agree. Invariant: what is missing is named.

use std::path::Path;

use specsmith::review::report::Wire;
use specsmith::review::rules::Rule;

/// Prints the coverage. Says whether the list could be read.
pub(crate) fn run(file: &Path) -> bool {
    let Ok(text) = std::fs::read_to_string(file) else {
        println!("{}: cannot be read", file.display());
        return false;
    };
    let (mut all, mut known, mut agreed) = (0, 0, 0);
    for line in text.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(id), Some(level), Some(what)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        all += 1;
        let Some(rule) = Rule::find(id) else {
            println!("missing: {id} ({level}) {what}");
            continue;
        };
        known += 1;
        let theirs = match level {
            "ERR" => Wire::Breaking,
            "WARN" => Wire::Risky,
            _ => Wire::Compatible,
        };
        agreed += usize::from(rule.wire == theirs);
        if rule.wire != theirs {
            println!("level: {id}: {} instead of {level}", rule.wire.as_str());
        }
    }
    println!("rules {all}, known {known}, same level by default {agreed}");
    all > 0
}
