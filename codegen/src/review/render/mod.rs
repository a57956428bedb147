//! In: a report. Out: text for people and for machines. Invariant: nothing of a document reaches an output unescaped,
//! and the same report gives the same bytes.

pub mod github;
pub mod html;
pub mod json;
pub mod markdown;
pub mod sarif;
pub mod text;

use std::collections::{HashMap, HashSet};

use super::report::{Change, Reach, Rust, Wire};

pub(crate) use github::command;

/// The verdicts in the order of reading, the worst first.
const WIRES: [Wire; 3] = [Wire::Breaking, Wire::Risky, Wire::Compatible];

/// The Rust verdicts, the worst first.
const RUSTS: [Rust; 3] = [Rust::Major, Rust::Minor, Rust::Patch];

/// What is read as one: changes that differ only in their detail, with the changes that are details of them.
struct Entry<'r> {
    /// The first of them.
    lead: &'r Change,
    /// The others.
    same: Vec<&'r Change>,
    /// What is part of them.
    parts: Vec<&'r Change>,
}

impl Entry<'_> {
    /// How many changes it stands for.
    fn len(&self) -> usize {
        1 + self.same.len() + self.parts.len()
    }

    /// What changed, in one line.
    fn message(&self) -> String {
        let lead = self.lead;
        if self.same.is_empty() {
            return lead.message.clone();
        }
        let what = lead.message.strip_suffix(&format!(" ({})", lead.detail));
        let what = what.unwrap_or(&lead.message);
        let all = self.same.iter().map(|change| change.detail.as_str());
        let details: Vec<&str> = std::iter::once(lead.detail.as_str()).chain(all).collect();
        let more = match details.len().saturating_sub(MOST) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let shown = details[..details.len().min(MOST)].join(", ");
        format!("{what}, {} times ({shown}{more})", details.len())
    }
}

/// How many details are written out.
const MOST: usize = 20;

/// The changes as entries, in their order.
fn folded<'r>(changes: &[&'r Change]) -> Vec<Entry<'r>> {
    let known: HashSet<&str> = changes.iter().map(|one| one.fingerprint.as_str()).collect();
    let is_part = |change: &Change| {
        change
            .part_of
            .as_deref()
            .is_some_and(|whole| known.contains(whole))
    };
    let mut entries: Vec<Entry<'r>> = Vec::new();
    let mut by_kind: HashMap<_, usize> = HashMap::new();
    let mut by_fingerprint: HashMap<&str, usize> = HashMap::new();
    for change in changes.iter().filter(|change| !is_part(change)) {
        let kind = (
            (&change.rule, change.wire, change.rust),
            (&change.pointer, &change.base.origin, &change.label),
            (&change.reach, &change.accepted, change.detail.is_empty()),
        );
        let next = entries.len();
        let known = *by_kind.entry(kind).or_insert(next);
        let at = if change.detail.is_empty() {
            next
        } else {
            known
        };
        if at < next {
            entries[at].same.push(change);
        } else {
            entries.push(Entry {
                lead: change,
                same: Vec::new(),
                parts: Vec::new(),
            });
        }
        by_fingerprint.insert(&change.fingerprint, at);
    }
    for change in changes.iter().filter(|change| is_part(change)) {
        let whole = change.part_of.as_deref().unwrap_or_default();
        if let Some(at) = by_fingerprint.get(whole) {
            entries[*at].parts.push(change);
        }
    }
    entries
}

/// The operations a change reaches, each once.
fn operations(change: &Change) -> Vec<String> {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for Reach { method, path, .. } in &change.reach {
        if seen.last() != Some(&(method.as_str(), path.as_str()))
            && !seen.contains(&(method.as_str(), path.as_str()))
        {
            seen.push((method, path));
        }
    }
    seen.into_iter()
        .map(|(method, path)| format!("{method} {path}"))
        .collect()
}

/// The first few operations and how many more there are.
fn operations_in_short(change: &Change, most: usize) -> String {
    let all = operations(change);
    match all.len().saturating_sub(most) {
        0 => all.join(", "),
        more => format!("{} and {more} more", all[..most].join(", ")),
    }
}

/// Document text made harmless: control characters and whatever turns or hides text are written as escapes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        let hidden = letter.is_control()
            || matches!(letter, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
            || matches!(letter, '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}');
        if hidden {
            safe.push_str(&format!("\\u{{{:x}}}", u32::from(letter)));
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// A number with its noun.
fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, escape};

    #[test]
    fn text_of_documents_is_made_harmless() {
        assert_eq!(escape("a\nb\u{202E}c"), "a\\u{a}b\\u{202e}c");
        assert_eq!(count(1, "change"), "1 change");
        assert_eq!(count(0, "change"), "0 changes");
    }
}
