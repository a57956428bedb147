//! In: what changed, and the lines that were found. Out: the changes that are major for Rust code and touch none. Invariant: it is
//! told whether their uses were looked for.

use std::collections::HashSet;

use super::Touch;
use super::link::Link;
use crate::review::report::{Change, Report, Rust};

/// A change that is major for Rust code and touches no line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unplaced {
    /// Whether its uses were looked for, so that there is none; what is no item of the crate is not looked for.
    pub looked_for: bool,
    /// What it is.
    pub message: String,
    /// The rule of the change.
    pub rule: String,
    /// The fingerprint of the change.
    pub fingerprint: String,
}

/// The changes that are major for Rust code and touch no line; what is a detail goes with the whole.
pub(super) fn unplaced(report: &Report, link: &Link<'_>, touches: &[Touch]) -> Vec<Unplaced> {
    let placed: HashSet<&str> = touches.iter().map(|one| one.fingerprint.as_str()).collect();
    let looked_for = link.looked_for();
    let parts = |whole: &str| {
        let of = |part: &&Change| part.part_of.as_deref() == Some(whole);
        let parts: Vec<&str> = report
            .changes
            .iter()
            .filter(of)
            .map(|one| one.fingerprint.as_str())
            .collect();
        parts
    };
    let open = report.changes.iter().filter(|change| {
        let major = change.rust == Rust::Major && change.part_of.is_none();
        let is_placed = || {
            let whole = change.fingerprint.as_str();
            let mut all = parts(whole).into_iter().chain([whole]);
            all.any(|fingerprint| placed.contains(fingerprint))
        };
        major && !is_placed()
    });
    let unplaced = open.map(|change| {
        let whole = change.fingerprint.as_str();
        let mut all = parts(whole).into_iter().chain([whole]);
        Unplaced {
            looked_for: all.any(|fingerprint| looked_for.contains(fingerprint)),
            message: change.message.clone(),
            rule: change.rule.clone(),
            fingerprint: change.fingerprint.clone(),
        }
    });
    unplaced.collect()
}
