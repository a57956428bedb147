//! In: a report. Out: text for people and for machines. Invariant: nothing of a document reaches an output unescaped,
//! and the same report gives the same bytes.

pub mod github;
pub mod html;
pub mod json;
pub mod markdown;
pub mod sarif;
pub mod text;

use std::collections::{HashMap, HashSet};

use super::report::{Change, Reach, Report, Rust, Wire};
use super::rules::Direction;

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
    /// What is part of them, whatever its own verdicts are.
    parts: Vec<Entry<'r>>,
}

impl Entry<'_> {
    /// How often it happened.
    fn times(&self) -> usize {
        1 + self.same.len()
    }

    /// The worst of it on the wire.
    fn wire(&self) -> Wire {
        let parts = self.parts.iter().map(Entry::wire);
        parts.fold(self.lead.wire, Wire::max)
    }

    /// What changed, in one line.
    fn message(&self) -> String {
        let lead = self.lead;
        if self.same.is_empty() {
            return lead.message.clone();
        }
        let what = lead.message.strip_suffix(&format!(" ({})", lead.detail));
        let what = what.unwrap_or(&lead.message);
        format!("{what}, {} times ({})", self.times(), self.details())
    }

    /// From what to what, the first few of it.
    fn details(&self) -> String {
        let all = self.same.iter().map(|change| change.detail.as_str());
        let details: Vec<&str> = std::iter::once(self.lead.detail.as_str())
            .chain(all)
            .collect();
        let more = match details.len().saturating_sub(MOST) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        format!("{}{more}", details[..details.len().min(MOST)].join(", "))
    }

    /// What it is as a detail of another change: what the two have in common is not told again.
    fn as_part(&self, whole: &Change) -> String {
        let part = self.lead;
        let message = self.message();
        let message = match message.strip_prefix(whole.label.as_str()) {
            Some(rest) if part.label == whole.label => rest.trim_start_matches(": "),
            _ => &message,
        };
        let mut text = message.to_owned();
        let directed = part.direction != Direction::Neither;
        let same = part.detail == whole.detail && what(part) == what(whole);
        let same = same && self.same.is_empty();
        let turned = part.direction != whole.direction;
        if directed && part.label == whole.label && (turned || same) {
            let told = if same { "the same" } else { message };
            let reach = match operations_in_short(part, FEW) {
                reach if reach.is_empty() => reach,
                reach => format!(", {reach}"),
            };
            let place = match part.rule.contains("-property-") {
                _ if turned => format!("in {}s", part.direction.as_str()),
                true => "within other schemas".to_owned(),
                false => "as a whole body".to_owned(),
            };
            text = format!("{place}: {told}{reach}");
        }
        if (part.wire, part.rust) != (whole.wire, whole.rust) {
            let (wire, rust) = (part.wire.as_str(), part.rust.as_str());
            text.push_str(&format!(" [wire: {wire}] [rust: {rust}]"));
        }
        text
    }
}

/// How many details are written out.
const MOST: usize = 20;

/// How many operations are named in a line.
const FEW: usize = 3;

/// From how many on the same in several places is one block.
const MANY: usize = 3;

/// Where nothing changed: that is about the wire alone if the crate changes.
fn on_the_wire(report: &Report) -> &'static str {
    match report.spelling {
        Rust::Patch => "",
        Rust::Minor | Rust::Major => " on the wire",
    }
}

/// What changed, without where and from what to what.
fn what(change: &Change) -> &str {
    let message = change.message.as_str();
    let rest = message.strip_prefix(change.label.as_str());
    let rest = rest.map_or(message, |rest| rest.trim_start_matches(": "));
    let detail = format!(" ({})", change.detail);
    rest.strip_suffix(detail.as_str()).unwrap_or(rest)
}

/// The entries of one verdict, in their order.
fn of_wire<'e, 'r>(entries: &'e [Entry<'r>], wire: Wire) -> Vec<&'e Entry<'r>> {
    let entries = entries.iter();
    entries.filter(|entry| entry.wire() == wire).collect()
}

/// The entries in blocks: what happened in many places is one, at the first of them; everything else is one by itself.
fn blocks<'e, 'r>(entries: Vec<&'e Entry<'r>>) -> Vec<Vec<&'e Entry<'r>>> {
    let alike = |entry: &'e Entry<'r>| {
        let lead = entry.lead;
        let plain = entry.parts.is_empty() && lead.accepted.is_none();
        plain.then(|| (lead.rule.as_str(), what(lead), lead.wire, lead.rust))
    };
    let mut often: HashMap<_, usize> = HashMap::new();
    for key in entries.iter().filter_map(|entry| alike(entry)) {
        *often.entry(key).or_default() += 1;
    }
    let mut blocks: Vec<Vec<&Entry<'r>>> = Vec::new();
    let mut known: HashMap<_, usize> = HashMap::new();
    for entry in entries {
        let key = alike(entry).filter(|key| often[key] >= MANY);
        let next = blocks.len();
        let at = key.map_or(next, |key| *known.entry(key).or_insert(next));
        match blocks.get_mut(at) {
            Some(block) => block.push(entry),
            None => blocks.push(vec![entry]),
        }
    }
    blocks
}

/// What happened in every place of a block, and how often.
fn heading(block: &[&Entry<'_>]) -> String {
    let times: usize = block.iter().map(|entry| entry.times()).sum();
    let lead = block[0].lead;
    let what = match what(lead).strip_prefix("it ") {
        Some(rest) => format!("{} {rest}", subject(&lead.rule)),
        None => what(lead).to_owned(),
    };
    match shared_detail(block) {
        Some(detail) => format!("{what}, {times} times ({detail})"),
        None => format!("{what}, {times} times"),
    }
}

/// What a rule is about, as far as its id says so.
fn subject(rule: &str) -> &'static str {
    let is_of = |word: &str| rule.split('-').any(|one| one == word);
    match (is_of("property"), is_of("parameter")) {
        (true, _) => "a property",
        (false, true) => "a parameter",
        (false, false) => "it",
    }
}

/// The detail that all of a block have, which is told once.
fn shared_detail<'r>(block: &[&Entry<'r>]) -> Option<&'r str> {
    let detail = block[0].lead.detail.as_str();
    let same = |entry: &&Entry<'_>| entry.same.is_empty() && entry.lead.detail == detail;
    (!detail.is_empty() && block.iter().all(same)).then_some(detail)
}

/// What there is to say of the detail of one of many places.
fn detail_of(entry: &Entry<'_>, shared: Option<&str>) -> String {
    match (entry.lead.detail.as_str(), shared) {
        ("", _) | (_, Some(_)) => String::new(),
        _ => format!(" ({})", entry.details()),
    }
}

/// The changes as entries, in their order.
fn folded(changes: &[Change]) -> Vec<Entry<'_>> {
    let known: HashSet<&str> = changes.iter().map(|one| one.fingerprint.as_str()).collect();
    let mut parts: HashMap<&str, Vec<&Change>> = HashMap::new();
    let mut whole: Vec<&Change> = Vec::new();
    for change in changes {
        match change.part_of.as_deref() {
            Some(of) if known.contains(of) => parts.entry(of).or_default().push(change),
            _ => whole.push(change),
        }
    }
    let mut entries = alike(&whole);
    for entry in &mut entries {
        let all = std::iter::once(entry.lead).chain(entry.same.iter().copied());
        let mut found: Vec<&Change> = Vec::new();
        let mut wanted: Vec<&str> = all.map(|one| one.fingerprint.as_str()).collect();
        while let Some(next) = wanted.pop() {
            for part in parts.remove(next).into_iter().flatten() {
                found.push(part);
                wanted.push(&part.fingerprint);
            }
        }
        entry.parts = alike(&found);
    }
    entries
}

/// Changes as entries, those that differ only in their detail as one.
fn alike<'r>(changes: &[&'r Change]) -> Vec<Entry<'r>> {
    let mut entries: Vec<Entry<'r>> = Vec::new();
    let mut by_kind: HashMap<_, usize> = HashMap::new();
    for change in changes {
        let kind = (
            (&change.rule, change.wire, change.rust),
            (&change.pointer, &change.base.origin, &change.label),
            (&change.reach, &change.accepted),
        );
        let next = entries.len();
        let at = match change.detail.is_empty() {
            true => next,
            false => *by_kind.entry(kind).or_insert(next),
        };
        match entries.get_mut(at) {
            Some(entry) => entry.same.push(change),
            None => entries.push(Entry {
                lead: change,
                same: Vec::new(),
                parts: Vec::new(),
            }),
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

/// A sentence as it begins.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A number with its noun.
/// How many changes there are, and in how many operations, if in any.
fn extent(report: &Report) -> String {
    let changes = count(report.summary.changes(), "change");
    match report.summary.operations {
        0 => changes,
        number => format!("{changes} in {}", count(number, "operation")),
    }
}

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
