//! In: a report. Out: text for a terminal. Invariant: the first two lines answer what it means, the rest says why.

use std::collections::HashMap;

use super::super::report::{Reach, Report, Rust, Wire};
use super::{Entry, WIRES, count, escape, folded, operations_in_short};

/// How many operations are named with a change.
const NAMED: usize = 3;

/// The report as text.
pub fn render(report: &Report, color: bool) -> String {
    let paint = Paint { color };
    let mut out = head(report, paint);
    for wire in WIRES {
        let changes = report.of(wire);
        if changes.is_empty() {
            continue;
        }
        let title = format!("{} on the wire", wire.as_str());
        out.push_str(&format!("\n{}\n", paint.wire(wire, &title)));
        for group in grouped(folded(&changes)) {
            many(&mut out, &group, paint);
        }
    }
    out
}

/// Entries of the same owner that reach the same, one after the other; the first of each stays where it is.
fn grouped(entries: Vec<Entry<'_>>) -> Vec<Vec<Entry<'_>>> {
    let mut groups: Vec<Vec<Entry<'_>>> = Vec::new();
    let mut known: HashMap<(&str, &[Reach]), usize> = HashMap::new();
    for entry in entries {
        let Some((owner, _)) = split(&entry.lead.label) else {
            groups.push(vec![entry]);
            continue;
        };
        let next = groups.len();
        let at = *known.entry((owner, &entry.lead.reach)).or_insert(next);
        match groups.get_mut(at) {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    groups
}

/// What a label begins with, and the rest: a schema and what is inside it.
fn split(label: &str) -> Option<(&str, &str)> {
    let (owner, _) = label.split_once('.')?;
    Some((owner, &label[owner.len()..]))
}

fn many(out: &mut String, group: &[Entry<'_>], paint: Paint) {
    let lead = group[0].lead;
    let owner = match split(&lead.label) {
        Some((owner, _)) if group.len() > 1 => owner,
        _ => return group.iter().for_each(|entry| one(out, entry, "", paint)),
    };
    let reach = match operations_in_short(lead, NAMED) {
        reach if reach.is_empty() => reach,
        reach => paint.faint(&format!("  {}", escape(&reach))),
    };
    out.push_str(&format!("  {}{reach}\n", escape(owner)));
    for entry in group {
        one(out, entry, owner, paint);
    }
}

fn head(report: &Report, paint: Paint) -> String {
    let summary = &report.summary;
    if report.changes.is_empty() {
        return match report.spelling {
            Rust::Patch => "no change\n".to_owned(),
            rust => format!(
                "no change on the wire, but the same is written otherwise, which changes the Rust items\nrust {}\n",
                paint.rust(rust, rust.as_str())
            ),
        };
    }
    let numbers = [
        (summary.breaking, "breaking"),
        (summary.risky, "risky"),
        (summary.compatible, "compatible"),
        (summary.major, "major"),
        (summary.minor, "minor"),
        (summary.patch, "patch"),
    ];
    let words = |range: &[(usize, &str)]| {
        let some = range.iter().filter(|(number, _)| *number > 0);
        some.map(|(number, word)| format!("{number} {word}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    format!(
        "wire {} {}\nrust {} {}\n{} in {}\n",
        paint.wire(summary.wire, &format!("{:<11}", summary.wire.as_str())),
        words(&numbers[..3]),
        paint.rust(summary.rust, &format!("{:<11}", summary.rust.as_str())),
        words(&numbers[3..]),
        count(report.summary.changes(), "change"),
        count(summary.operations, "operation"),
    )
}

/// One entry, below its owner if it has one.
fn one(out: &mut String, entry: &Entry<'_>, owner: &str, paint: Paint) {
    let change = entry.lead;
    let indent = if owner.is_empty() { "  " } else { "    " };
    let message = entry.message();
    let message = message.strip_prefix(owner).unwrap_or(&message);
    let tag = format!(
        "{} {}",
        paint.wire(change.wire, &format!("[wire: {}]", change.wire.as_str())),
        paint.rust(change.rust, &format!("[rust: {}]", change.rust.as_str())),
    );
    out.push_str(&format!("{indent}{tag} {}\n", escape(message)));
    if let Some(reason) = &change.accepted {
        out.push_str(&format!("{indent}  accepted: {}\n", escape(reason)));
    }
    for part in &entry.parts {
        out.push_str(&format!("{indent}  - {}\n", escape(&part.message)));
    }
    let place = change.place();
    let at = format!("{}:{}:{}", place.file, place.line, place.column);
    let mut line = format!("{indent}  {}  {}", change.rule, escape(&at));
    let reach = operations_in_short(change, NAMED);
    if owner.is_empty() && !reach.is_empty() {
        line.push_str(&format!("  {}", escape(&reach)));
    }
    out.push_str(&paint.faint(&line));
    out.push('\n');
}

/// Colours, or none.
#[derive(Clone, Copy)]
struct Paint {
    color: bool,
}

impl Paint {
    fn wire(self, wire: Wire, text: &str) -> String {
        match wire {
            Wire::Breaking => self.with("1;31", text),
            Wire::Risky => self.with("1;33", text),
            Wire::Compatible => self.with("1;32", text),
        }
    }

    fn rust(self, rust: Rust, text: &str) -> String {
        match rust {
            Rust::Major => self.with("31", text),
            Rust::Minor => self.with("33", text),
            Rust::Patch => self.with("32", text),
        }
    }

    fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.color {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}
