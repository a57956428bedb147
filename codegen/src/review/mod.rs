//! In: two loaded documents. Out: a `Report` of what changed between them, with what that means on the wire and for Rust
//! code. Invariant: spellings that mean the same are no change, and one change is one entry.

pub mod accept;
mod compare;
mod emitted;
pub mod face;
mod facts;
mod impact;
mod reach;
pub mod render;
pub mod report;
pub mod rules;
mod settings;
pub mod version;

use std::collections::HashMap;

use crate::config::Config;
use crate::load::{Loaded, locate};
use crate::source::{FileId, Origin};
use compare::{Finding, Findings, Spot};
use report::{Change, Location, Reach, Report, Rust, Wire};

/// Compares two documents that have nothing beside them.
pub fn diff(base: &Loaded, revision: &Loaded, options: &Options) -> Report {
    diff_with(base, revision, [&Config::default(); 2], options)
}

/// Compares two documents. `configs` is what stands beside each: the Rust verdict is about the crates that are generated with it.
pub fn diff_with(
    base: &Loaded,
    revision: &Loaded,
    configs: [&Config; 2],
    options: &Options,
) -> Report {
    let (mut findings, emitted) = std::thread::scope(|scope| {
        let emitted = scope.spawn(|| emitted::compare([base, revision], configs));
        let findings = compare::compare(base, revision, options.today);
        let emitted = emitted.join();
        let emitted = emitted.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (findings, emitted)
    });
    settings::add(&mut findings, [base, revision], configs, emitted.as_ref());
    // Another spelling of the same is no change, but it may do something to names; other settings are one by themselves.
    let any = !findings.list.is_empty() || configs[0] != configs[1];
    let mut spelling = Rust::Patch;
    match emitted {
        Some(emitted) if any => emitted::settle(&mut findings, &emitted, base, revision),
        Some(emitted) => spelling = emitted.rust(),
        None => {}
    }
    let reached = reach::reach(&findings);
    let list = &findings.list;
    let (bases, revisions) = std::thread::scope(|scope| {
        let bases =
            scope.spawn(|| locations(base, list.iter().map(|one| (&one.base, one.items[0]))));
        let revisions = list.iter().map(|one| (&one.revision, one.items[1]));
        let revisions = locations(revision, revisions);
        let bases = bases.join();
        let bases = bases.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (bases, revisions)
    });
    let mut changes: Vec<Change> = Vec::with_capacity(findings.list.len());
    let places = bases.into_iter().zip(revisions);
    for (at, places) in places.enumerate() {
        let parts = &reached[at];
        let (base, revision) = match &findings.list[at].beside {
            Some(beside) => {
                let [base, revision] = &beside.places;
                (base.clone(), revision.clone())
            }
            None => places,
        };
        changes.push(change(&findings, at, parts, options, base, revision));
    }
    for (at, finding) in findings.list.iter().enumerate() {
        if let Some(whole) = finding.part_of {
            changes[at].part_of = Some(changes[whole].fingerprint.clone());
        }
    }
    join_directions(&findings, &mut changes);
    Report::new(changes, spelling)
}

/// Makes what is one change of a schema for requests and for responses one entry: the worse of the two leads, the other
/// is a detail of it.
fn join_directions(findings: &Findings, changes: &mut [Change]) {
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, finding) in findings.list.iter().enumerate() {
        if finding.rule.direction != rules::Direction::Neither && finding.part_of.is_none() {
            let what = finding.rule.what.replace("an optional ", "a ");
            let what = what.replace("a required ", "a ");
            let place = (&finding.base, &finding.revision, &finding.key);
            groups.entry((place, what)).or_default().push(at);
        }
    }
    let mut leads: HashMap<String, String> = HashMap::new();
    for mut group in groups.into_values().filter(|group| group.len() > 1) {
        group.sort_by_key(|at| {
            let change = &changes[*at];
            let verdict = (change.wire, change.rust, change.reach.len());
            (std::cmp::Reverse(verdict), *at)
        });
        let lead = changes[group[0]].fingerprint.clone();
        for at in &group[1..] {
            leads.insert(changes[*at].fingerprint.clone(), lead.clone());
            changes[*at].part_of = Some(lead.clone());
        }
    }
    // Details of what became a detail itself.
    for change in changes {
        if let Some(lead) = change.part_of.as_ref().and_then(|whole| leads.get(whole)) {
            change.part_of = Some(lead.clone());
        }
    }
}

/// The report about a document, by its name, that is on one side only.
pub fn one_sided(rule: &str, name: &str, loaded: &Loaded, options: &Options) -> Report {
    let findings = compare::whole(rule, name);
    let place = findings.list.iter().map(|finding| (&finding.base, None));
    let place = locations(loaded, place);
    let changes = place.into_iter().enumerate();
    let changes =
        changes.map(|(at, place)| change(&findings, at, &[], options, place.clone(), place));
    Report::new(changes.collect(), Rust::Patch)
}

/// What a caller may decide.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day to compare sunset dates with, counted from 1970-01-01.
    pub today: i64,
    /// Verdicts that differ from the defaults, by rule.
    pub levels: HashMap<String, Levels>,
}

/// The verdicts a team wants for a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// The wire verdict, if it is not the default.
    pub wire: Option<Wire>,
    /// The Rust verdict, if it is not what was worked out.
    pub rust: Option<Rust>,
}

impl Options {
    /// The defaults, for the day it is.
    pub fn now() -> Self {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Self {
            today: since.map_or(0, |since| (since.as_secs() / 86_400) as i64),
            levels: HashMap::new(),
        }
    }
}

fn change(
    findings: &Findings,
    at: usize,
    parts: &[u32],
    options: &Options,
    base: Location,
    revision: Location,
) -> Change {
    let finding = &findings.list[at];
    let highest = parts
        .iter()
        .map(|part| findings.highest[*part as usize])
        .max();
    let wire = finding.rule.wire.min(highest.unwrap_or(Wire::Breaking));
    let levels = options
        .levels
        .get(&finding.rule.id)
        .copied()
        .unwrap_or_default();
    let reach = reach_of(findings, parts);
    let first = reach.first();
    let place = if finding.gone { &base } else { &revision };
    Change {
        rule: finding.rule.id.clone(),
        wire: levels.wire.unwrap_or(wire),
        rust: levels.rust.unwrap_or(finding.rust),
        method: first.map_or_else(String::new, |reach| reach.method.clone()),
        path: first.map_or_else(String::new, |reach| reach.path.clone()),
        pointer: place.origin.pointer.to_string(),
        message: message(finding),
        label: finding.label.clone(),
        detail: finding.detail.clone(),
        direction: finding.rule.direction,
        fingerprint: fingerprint(finding),
        part_of: None,
        accepted: None,
        reach,
        base,
        revision,
    }
}

/// What changed, in one line.
fn message(finding: &Finding) -> String {
    let what = &finding.rule.what;
    match (finding.label.as_str(), finding.detail.as_str()) {
        ("", "") => what.clone(),
        ("", detail) => format!("{what} ({detail})"),
        (label, "") => format!("{label}: {what}"),
        (label, detail) => format!("{label}: {what} ({detail})"),
    }
}

fn reach_of(findings: &Findings, parts: &[u32]) -> Vec<Reach> {
    let reach = parts.iter().map(|part| &findings.parts[*part as usize]);
    reach
        .filter(|reach| !reach.method.is_empty())
        .cloned()
        .collect()
}

/// A number that stays as long as rule, place and content do.
fn fingerprint(finding: &Finding) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let place = if finding.gone {
        &finding.base
    } else {
        &finding.revision
    };
    for text in [finding.rule.id.as_str(), &place.1, &finding.key] {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    format!("{:012x}", hash >> 16)
}

/// Lines and columns of many places, with one pass over each file. Of a list an item may be meant.
fn locations<'f>(
    loaded: &Loaded,
    spots: impl Iterator<Item = (&'f Spot, Option<usize>)>,
) -> Vec<Location> {
    let (origins, exact): (Vec<Origin>, Vec<Origin>) = spots
        .map(|((file, pointer), item)| {
            let origin = loaded.origin(*file, pointer);
            let exact = match item {
                Some(item) => Origin::new(origin.file, format!("{}/{item}", origin.pointer)),
                None => origin.clone(),
            };
            (origin, exact)
        })
        .unzip();
    let mut by_file: HashMap<FileId, Vec<usize>> = HashMap::new();
    for (at, origin) in origins.iter().enumerate() {
        by_file.entry(origin.file).or_default().push(at);
    }
    let mut found: Vec<Option<locate::Spot>> = vec![None; origins.len()];
    let mut names: HashMap<FileId, String> = HashMap::new();
    for (file, wanted) in by_file {
        let Some(source) = loaded.sources.get(file) else {
            continue;
        };
        names.insert(file, source.name.clone());
        let places: Vec<_> = wanted.iter().map(|at| &exact[*at]).collect();
        for (at, spot) in wanted.iter().zip(locate::locate(source, &places)) {
            found[*at] = Some(spot);
        }
    }
    origins
        .into_iter()
        .zip(found)
        .map(|(origin, spot)| {
            let spot = spot.unwrap_or_default();
            Location {
                file: names.get(&origin.file).cloned().unwrap_or_default(),
                line: spot.line,
                column: spot.column,
                end_line: spot.end_line,
                end_column: spot.end_column,
                origin,
            }
        })
        .collect()
}
