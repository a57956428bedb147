//! In: two documents, and what was found between them. Out: the findings with the Rust verdicts that the emitted API bears
//! out. Invariant: the worst Rust verdict of the report is that of the two faces, wherever both documents can be generated
//! from and something was found.

use super::compare::{Finding, Findings, Spot};
use super::face::{self, FaceDiff, ItemChange, What};
use super::report::Rust;
use super::rules::Rule;
use crate::config::Config;
use crate::load::Loaded;
use crate::source::FileId;
use crate::{emit, lower, passes};

/// How many items that no rule explains have an entry of their own.
const LISTED: usize = 20;

/// What changed of the emitted API; `None` where one of the documents cannot be generated from. With each document comes
/// what stands beside it.
pub(super) fn compare(documents: [&Loaded; 2], configs: [&Config; 2]) -> Option<FaceDiff> {
    let (old, new) = std::thread::scope(|scope| {
        let old = scope.spawn(|| face(documents[0], configs[0]));
        let new = face(documents[1], configs[1]);
        let old = old.join();
        (
            old.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            new,
        )
    });
    Some(face::compare(&old?, &new?))
}

/// The face of a document, with a module that is the same for all.
fn face(loaded: &Loaded, config: &Config) -> Option<String> {
    let mut config = config.clone();
    config.api.module = Some("api".to_owned());
    let (draft, found) = lower::draft(loaded, &config);
    if found.has_errors() {
        return None;
    }
    let (api, found) = passes::run(draft?, &config, "api.yaml");
    (!found.has_errors()).then(|| emit::face::face(&api))
}

/// Holds the verdicts of the rules against what is emitted: none is worse, and what is worse than all of them is told.
pub(super) fn settle(findings: &mut Findings, emitted: &FaceDiff) {
    let worst = emitted.rust();
    for finding in &mut findings.list {
        finding.rust = finding.rust.min(worst);
    }
    // Where the documents are the same, other settings are not.
    let known = findings.list.iter().map(|finding| finding.rust).max();
    let known = known.unwrap_or_default();
    if known >= worst {
        return;
    }
    let unexplained = emitted.items.iter().filter(|item| item.rust > known);
    let entries: Vec<Finding> = unexplained.take(LISTED).map(entry).collect();
    findings.list.extend(entries);
}

fn entry(item: &ItemChange) -> Finding {
    let spot: Spot = (FileId(0), String::new());
    let rule = Rule::special(match item.what {
        What::Removed => "rust-item-removed",
        What::Changed => "rust-item-changed",
        What::Added => "rust-item-added",
    });
    let rest = |line: &Option<String>| -> String {
        let line = line.as_deref().unwrap_or_default();
        let rest = line.strip_prefix(item.path.as_str()).unwrap_or(line);
        rest.trim().to_owned()
    };
    let detail = match item.what {
        What::Changed => format!("{} → {}", rest(&item.old), rest(&item.new)),
        What::Removed => rest(&item.old),
        What::Added => rest(&item.new),
    };
    Finding {
        rule,
        rust: Rust::max(item.rust, Rust::Minor),
        base: spot.clone(),
        revision: spot,
        gone: item.what == What::Removed,
        label: item.path.clone(),
        detail,
        key: item.path.clone(),
        part_of: None,
    }
}
