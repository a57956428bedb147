//! In: two documents, and what was found between them. Out: the findings with the Rust verdicts that the emitted API bears
//! out. Invariant: the worst Rust verdict of the report is that of the two faces, wherever both documents can be generated
//! from and something was found.

mod places;

use super::compare::{Finding, Findings, Spot};
use super::face::{self, FaceDiff, ItemChange, What};
use super::report::Rust;
use super::rules::Rule;
use crate::config::Config;
use crate::ir::Api;
use crate::load::Loaded;
use crate::source::FileId;
use crate::{emit, lower, passes};
use places::{Near, Places};

/// How many items that no rule explains have an entry of their own.
const LISTED: usize = 20;

/// What changed of the emitted API, and where its items come from.
pub(super) struct Emitted {
    changes: FaceDiff,
    base: Places,
    revision: Places,
}

impl Emitted {
    /// What it does to code that is compiled against the crate.
    pub(super) fn rust(&self) -> Rust {
        self.changes.rust()
    }
}

/// What changed of the emitted API; `None` where one of the documents cannot be generated from. With each document comes
/// what stands beside it.
pub(super) fn compare(documents: [&Loaded; 2], configs: [&Config; 2]) -> Option<Emitted> {
    let (old, new) = std::thread::scope(|scope| {
        let old = scope.spawn(|| face(documents[0], configs[0]));
        let new = face(documents[1], configs[1]);
        let old = old.join();
        (
            old.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            new,
        )
    });
    let ((old, base), (new, revision)) = (old?, new?);
    let changes = face::compare(&old, &new);
    let words = places::words(&changes.items);
    let (base, revision) = (Places::of(&base, &words), Places::of(&revision, &words));
    Some(Emitted {
        changes,
        base,
        revision,
    })
}

/// The face of a document, with a module that is the same for all, and its description.
fn face(loaded: &Loaded, config: &Config) -> Option<(String, Api)> {
    let mut config = config.clone();
    config.api.module = Some("api".to_owned());
    let (draft, found) = lower::draft(loaded, &config);
    if found.has_errors() {
        return None;
    }
    let (api, found) = passes::run(draft?, &config, "api.yaml");
    (!found.has_errors()).then(|| (emit::face::face(&api), api))
}

/// Gives every finding the verdict that what it did to the emitted API bears out, and tells what no rule explains.
pub(super) fn settle(findings: &mut Findings, emitted: &Emitted, base: &Loaded, revision: &Loaded) {
    let worst = emitted.rust();
    let near: Vec<Near> = findings
        .list
        .iter()
        .map(|one| Near {
            base: base.origin(one.base.0, &one.base.1),
            revision: revision.origin(one.revision.0, &one.revision.1),
            gone: one.gone,
            rust: one.rust,
        })
        .collect();
    let mut own: Vec<Option<Rust>> = vec![None; near.len()];
    let mut unexplained: Vec<&ItemChange> = Vec::new();
    for item in &emitted.changes.items {
        let explained = places::explained(item, &emitted.base, &emitted.revision, &near);
        if explained.is_empty() {
            unexplained.push(item);
        }
        for finding in explained {
            own[finding] = own[finding].max(Some(item.rust));
        }
    }
    // What no item is known for can have done no more than the items that nothing is known of.
    let rest = unexplained.iter().map(|item| item.rust).max();
    let rest = rest.unwrap_or_default();
    for at in 0..findings.list.len() {
        // A detail of what goes as a whole goes with it.
        let whole = findings.list[at].part_of.and_then(|whole| own[whole]);
        let most = rest.max(whole.unwrap_or_default());
        let finding = &mut findings.list[at];
        finding.rust = own[at].unwrap_or_default().max(finding.rust.min(most));
    }
    // Where the documents are the same, other settings are not.
    let known = findings.list.iter().map(|finding| finding.rust).max();
    let known = known.unwrap_or_default();
    if known >= worst {
        return;
    }
    let entries = unexplained.into_iter().filter(|item| item.rust > known);
    let entries: Vec<Finding> = entries.take(LISTED).map(entry).collect();
    findings.list.extend(entries);
}

/// The entry of an item that no rule explains.
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
