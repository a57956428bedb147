//! In: the public face of an API before and after (`api/<api>.txt`). Out: what changed for code that calls it, item by item.
//! Invariant: a line that stands on both sides is no change, and what hides behind another name counts as it is.

mod impls;
mod line;
mod signature;

use super::report::Rust;
use impls::Impls;
use line::{Face, Item};
use std::fmt::Write;

/// What happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
    /// It is new.
    Added,
}

impl What {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Added => "added",
        }
    }
}

/// A line that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The path of the item; for facts of the wire the line up to what changed.
    pub path: String,
    /// What happened.
    pub what: What,
    /// What it does to code that is compiled against the crate.
    pub rust: Rust,
    /// The line as it was, if it was there.
    pub old: Option<String>,
    /// The line as it is, if it is there.
    pub new: Option<String>,
}

/// Everything that changed between two faces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaceDiff {
    /// The public items that changed, the worst first. What belongs to a type that came or went is not told apart.
    pub items: Vec<ItemChange>,
    /// The facts of the wire that changed.
    pub wire: Vec<ItemChange>,
}

/// What changed between two faces.
pub fn compare(old: &str, new: &str) -> FaceDiff {
    if old == new {
        return FaceDiff::default();
    }
    let (old, new) = (Face::read(old), Face::read(new));
    let mut out = FaceDiff::default();
    let meant = Impls::of(&old, &new);
    for (key, before) in &old.items {
        match new.items.get(key) {
            Some(after) if after.rust == before.rust => {}
            Some(after) => {
                let rust = match old.is_for_tests(key) {
                    true => Rust::Patch,
                    false => line::changed(&old, &new, before, after),
                };
                out.items
                    .push(entry(key, What::Changed, rust, Some(before), Some(after)));
            }
            None => {
                let after = new.behind(key).or_else(|| meant.get(key));
                let hidden = after.map(|after| line::changed(&old, &new, before, after));
                let rust = match old.is_for_tests(key) {
                    true => Rust::Patch,
                    false => hidden.unwrap_or(Rust::Major),
                };
                // What another name still leads to is not gone.
                let what = match hidden {
                    None => What::Removed,
                    Some(Rust::Patch) => continue,
                    Some(_) => What::Changed,
                };
                out.items.push(entry(key, what, rust, Some(before), after));
            }
        }
    }
    for (key, after) in &new.items {
        let known = old.items.contains_key(key) || meant.is_known(key);
        if !known && old.behind(key).is_none() {
            let rust = match new.is_for_tests(key) {
                true => Rust::Patch,
                false => line::added(&old, after),
            };
            out.items
                .push(entry(key, What::Added, rust, None, Some(after)));
        }
    }
    out.items = without_parts(out.items);
    out.items
        .sort_by(|a, b| (b.rust, a.what).cmp(&(a.rust, b.what)));
    out.wire = facts(&old, &new);
    out
}

fn entry(
    key: &str,
    what: What,
    rust: Rust,
    old: Option<&Item<'_>>,
    new: Option<&Item<'_>>,
) -> ItemChange {
    ItemChange {
        path: key.to_owned(),
        what,
        rust,
        old: old.map(|item| item.rust.to_owned()),
        new: new.map(|item| item.rust.to_owned()),
    }
}

/// The changes without those of what belongs to a type that came or went as a whole. They are sorted by path on entry.
fn without_parts(mut changes: Vec<ItemChange>) -> Vec<ItemChange> {
    changes.sort_by(|a, b| (a.what, &a.path).cmp(&(b.what, &b.path)));
    let mut out: Vec<ItemChange> = Vec::with_capacity(changes.len());
    let mut whole: Option<(What, String)> = None;
    for change in changes {
        let part = whole.as_ref().is_some_and(|(what, path)| {
            let rest = (*what == change.what).then(|| change.path.strip_prefix(path.as_str()));
            rest.flatten()
                .is_some_and(|rest| rest.starts_with([':', '.', ' ']))
        });
        if part {
            continue;
        }
        let line = change.new.as_ref().or(change.old.as_ref());
        let is_type = line.is_some_and(|line| {
            let rest = line.get(change.path.len()..).unwrap_or_default();
            [" struct", " enum", " type", " mod"]
                .iter()
                .any(|kind| rest.starts_with(kind))
        });
        if is_type && change.what != What::Changed {
            whole = Some((change.what, change.path.clone()));
        }
        out.push(change);
    }
    out
}

/// What changed of the wire: lines of their own, and what stands behind a Rust item.
fn facts(old: &Face<'_>, new: &Face<'_>) -> Vec<ItemChange> {
    let mut out = Vec::new();
    let fact = |path: &str, what, old: Option<&str>, new: Option<&str>| ItemChange {
        path: path.to_owned(),
        what,
        rust: Rust::Patch,
        old: old.map(str::to_owned),
        new: new.map(str::to_owned),
    };
    for (key, before) in &old.wire {
        match new.wire.get(key) {
            Some(after) if after == before => {}
            Some(after) => out.push(fact(key, What::Changed, Some(before), Some(after))),
            None => out.push(fact(key, What::Removed, Some(before), None)),
        }
    }
    for (key, after) in &new.wire {
        if !old.wire.contains_key(key) {
            out.push(fact(key, What::Added, None, Some(after)));
        }
    }
    for (key, before) in &old.items {
        if let Some(after) = new.items.get(key).filter(|after| after.wire != before.wire) {
            out.push(fact(
                key,
                What::Changed,
                Some(before.wire),
                Some(after.wire),
            ));
        }
    }
    out
}

impl FaceDiff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.wire.is_empty()
    }

    /// What it does to code that is compiled against the crate.
    pub fn rust(&self) -> Rust {
        self.items
            .iter()
            .map(|item| item.rust)
            .max()
            .unwrap_or_default()
    }

    /// How many items came, went and changed, in words.
    pub fn counts(&self) -> String {
        let mut out = String::new();
        for what in [What::Removed, What::Changed, What::Added] {
            let count = self.items.iter().filter(|item| item.what == what).count();
            if count > 0 {
                let comma = if out.is_empty() { "" } else { ", " };
                let _ = write!(out, "{comma}{count} {}", what.as_str());
            }
        }
        if !self.wire.is_empty() {
            let comma = if out.is_empty() { "" } else { ", " };
            let noun = if self.wire.len() == 1 {
                "fact"
            } else {
                "facts"
            };
            let _ = write!(out, "{comma}{} {noun} of the wire", self.wire.len());
        }
        out
    }

    /// A line each for the first `limit` changes, the worst first, then how many more there are.
    pub fn lines(&self, limit: usize) -> Vec<String> {
        let all = self.items.iter().chain(&self.wire);
        let mut lines: Vec<String> = all.take(limit).map(ItemChange::line).collect();
        let total = self.items.len() + self.wire.len();
        if total > limit {
            lines.push(format!("… and {} more", total - limit));
        }
        lines
    }
}

impl ItemChange {
    /// What happened, in one line.
    pub fn line(&self) -> String {
        let shown = |line: &String| match line.strip_prefix(self.path.as_str()) {
            Some(rest) => rest.trim_start().trim_start_matches(": ").to_owned(),
            None => line.clone(),
        };
        let what = self.what.as_str();
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => {
                format!("{what} {}: {} → {}", self.path, shown(old), shown(new))
            }
            (Some(line), None) | (None, Some(line)) if line.starts_with(&self.path) => {
                format!("{what:7} {line}")
            }
            _ => format!("{what:7} {}", self.path),
        }
    }
}

#[cfg(test)]
mod tests;
