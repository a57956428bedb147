//! In: cases with the complete list of what another tool reports. Out: how much of it we report, how often the levels
//! agree, and where not. Invariant: entries are matched at their place first by rule, then by any rule, each once; where
//! we disagree has to be in the list of disagreements, with the reason, and nothing else may be.

use std::path::Path;

use serde_json::Value;
use specsmith::review::report::{Report, Wire};
use specsmith::review::{Options, diff};

/// One entry of either side.
#[derive(Clone, Debug)]
struct Entry {
    rule: String,
    level: Wire,
    operation: String,
    path: String,
    text: String,
    matched: bool,
}

#[derive(Default)]
struct Totals {
    cases: usize,
    expected: usize,
    exact: usize,
    detected: usize,
    shared: usize,
    agreed: usize,
    added: usize,
    unreadable: usize,
    /// Rows for the list of disagreements, without the reason.
    disagreements: Vec<String>,
}

/// Where disagreements are listed.
const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/disagreements.md");

/// Runs every case and prints the totals. Says whether the bars are met.
pub(crate) fn run(folder: &Path, verbose: bool) -> bool {
    let mut totals = Totals::default();
    for case in super::subfolders(folder) {
        let Ok(text) = std::fs::read_to_string(case.join("expected.json")) else {
            continue;
        };
        let Some((base, revision)) = super::load_pair(&case) else {
            println!("{}: cannot be read", super::name(&case));
            totals.unreadable += 1;
            continue;
        };
        let report = diff(&base, &revision, &Options::now());
        let expected = expected(&text);
        compare(
            &super::name(&case),
            expected,
            expand(&report),
            &mut totals,
            verbose,
        );
    }
    summary(&totals)
}

fn compare(
    case: &str,
    mut expected: Vec<Entry>,
    mut ours: Vec<Entry>,
    totals: &mut Totals,
    verbose: bool,
) {
    totals.cases += 1;
    totals.expected += expected.len();
    let all = ours.clone();
    for by_rule in [true, false] {
        for theirs in expected.iter_mut().filter(|entry| !entry.matched) {
            let fits = |own: &Entry| {
                !own.matched && same_place(own, theirs) && (!by_rule || own.rule == theirs.rule)
            };
            // Of several that fit, the one with the same level.
            let twin = ours
                .iter()
                .position(|own| fits(own) && own.level == theirs.level);
            let Some(at) = twin.or_else(|| ours.iter().position(fits)) else {
                continue;
            };
            theirs.matched = true;
            let own = &mut ours[at];
            own.matched = true;
            totals.detected += 1;
            totals.exact += usize::from(by_rule);
            let agrees = own.level == theirs.level;
            totals.agreed += usize::from(agrees);
            if !agrees {
                let ours = format!("{} ({})", own.rule, own.level.as_str());
                totals.disagreements.push(row(case, theirs, &ours));
            } else if !by_rule && verbose {
                println!("{case}: {} for {}", own.rule, theirs.rule);
            }
        }
    }
    for theirs in expected.iter().filter(|entry| !entry.matched) {
        let elsewhere = all.iter().any(|own| same_place(own, theirs));
        totals.shared += usize::from(elsewhere);
        let how = if elsewhere {
            "covered by another entry"
        } else {
            "not reported"
        };
        totals.disagreements.push(row(case, theirs, how));
    }
    for own in ours.iter().filter(|entry| !entry.matched) {
        totals.added += 1;
        if verbose {
            println!(
                "{case}: added: {} {} {} {}",
                own.rule, own.operation, own.path, own.text
            );
        }
    }
}

/// The beginning of a row in the list of disagreements.
fn row(case: &str, theirs: &Entry, ours: &str) -> String {
    let place = format!("{} {}", theirs.operation, theirs.path);
    let level = theirs.level.as_str();
    format!(
        "| {case} | {} | {} ({level}) | {ours} |",
        place.trim(),
        theirs.rule
    )
}

/// Compares the list of disagreements with what they are. Says whether it is complete, and no more than that.
fn listed(rows: &[String]) -> bool {
    let text = std::fs::read_to_string(LIST).unwrap_or_default();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| ---"))
        .collect();
    let mut good = true;
    for row in rows {
        let reason = lines
            .iter()
            .find_map(|line| line.strip_prefix(row.as_str()));
        if reason.is_none_or(|reason| reason.trim_matches([' ', '|']).is_empty()) {
            println!("not listed: {row}");
            good = false;
        }
    }
    let of_cases = lines.iter().filter(|line| line.matches(" | ").count() == 4);
    for line in of_cases.filter(|line| !line.starts_with("| case |")) {
        if !rows.iter().any(|row| line.starts_with(row.as_str())) {
            println!("no disagreement any more: {line}");
            good = false;
        }
    }
    good
}

fn same_place(one: &Entry, other: &Entry) -> bool {
    one.operation == other.operation && one.path == other.path
}

fn expected(text: &str) -> Vec<Entry> {
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    let list = value["expected"].as_array().cloned().unwrap_or_default();
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    list.iter()
        .map(|entry| Entry {
            rule: text(entry, "id"),
            level: match entry["level"].as_str() {
                Some("error") => Wire::Breaking,
                Some("warning") => Wire::Risky,
                _ => Wire::Compatible,
            },
            operation: text(entry, "operation"),
            path: text(entry, "path"),
            text: text(entry, "text"),
            matched: false,
        })
        .collect()
}

/// Our changes, once for every part they reach.
fn expand(report: &Report) -> Vec<Entry> {
    let mut entries = Vec::new();
    for change in &report.changes {
        let entry = |operation: &str, path: &str| Entry {
            rule: change.rule.clone(),
            level: change.wire,
            operation: operation.to_owned(),
            path: path.to_owned(),
            text: change.message.clone(),
            matched: false,
        };
        if change.reach.is_empty() {
            entries.push(entry(&change.method, &change.path));
        }
        let reach = change.reach.iter();
        entries.extend(reach.map(|reach| entry(&reach.method, &reach.path)));
    }
    entries
}

fn summary(totals: &Totals) -> bool {
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let lenient = totals.detected + totals.shared;
    println!(
        "cases            {} ({} cannot be read)",
        totals.cases, totals.unreadable
    );
    println!("expected entries {}", totals.expected);
    println!(
        "same rule        {} ({:.2}%)",
        totals.exact,
        share(totals.exact, totals.expected)
    );
    println!(
        "detected         {} ({:.2}%)",
        totals.detected,
        share(totals.detected, totals.expected)
    );
    println!(
        "  or covered     {} ({:.2}%)",
        lenient,
        share(lenient, totals.expected)
    );
    println!(
        "level agreed     {} ({:.2}%)",
        totals.agreed,
        share(totals.agreed, totals.detected)
    );
    println!("added by us      {}", totals.added);
    println!("disagreements    {}", totals.disagreements.len());
    listed(&totals.disagreements)
        && share(totals.detected, totals.expected) >= 99.0
        && share(totals.agreed, totals.detected) >= 97.0
        && totals.unreadable == 0
}
