//! In: a report. Out: text for a terminal. Invariant: the first two lines answer what it means, the rest says why.

use std::collections::HashMap;

use super::super::report::{Change, Reach, Report, Rust, Wire};
use super::{
    Entry, FEW, WIRES, blocks, detail_of, escape, extent, folded, heading, of_wire, on_the_wire,
    operations_in_short, shared_detail,
};

/// The report as text.
pub fn render(report: &Report, color: bool) -> String {
    let paint = Paint { color };
    let mut out = head(report, paint);
    let entries = folded(&report.changes);
    for wire in WIRES {
        let entries = of_wire(&entries, wire);
        if entries.is_empty() {
            continue;
        }
        let title = format!("{} on the wire", wire.as_str());
        out.push_str(&format!("\n{}\n", paint.wire(wire, &title)));
        for block in of_owners(blocks(entries)) {
            match block {
                Block::Owned(entries) => owned(&mut out, &entries, paint),
                Block::Alike(entries) => alike(&mut out, &entries, paint),
            }
        }
    }
    out
}

/// What is printed below one line.
enum Block<'e, 'r> {
    /// What belongs to one schema and reaches the same; or one entry by itself.
    Owned(Vec<&'e Entry<'r>>),
    /// The same in many places.
    Alike(Vec<&'e Entry<'r>>),
}

/// Single entries of the same owner one after the other; the first of each stays where it is.
fn of_owners<'e, 'r>(blocks: Vec<Vec<&'e Entry<'r>>>) -> Vec<Block<'e, 'r>> {
    let mut out: Vec<Block<'e, 'r>> = Vec::new();
    let mut known: HashMap<(&str, &[Reach]), usize> = HashMap::new();
    for block in blocks {
        let [entry] = block[..] else {
            out.push(Block::Alike(block));
            continue;
        };
        let owner = owner_of(entry);
        let next = out.len();
        let at = owner.map_or(next, |owner| *known.entry(owner).or_insert(next));
        match out.get_mut(at) {
            Some(Block::Owned(entries)) => entries.push(entry),
            _ => out.push(Block::Owned(block)),
        }
    }
    out
}

/// The schema that an entry belongs to, and what it reaches.
fn owner_of<'r>(entry: &Entry<'r>) -> Option<(&'r str, &'r [Reach])> {
    let (owner, _) = split(&entry.lead.label)?;
    Some((owner, &entry.lead.reach))
}

/// What a label begins with, and the rest: a schema and what is inside it.
fn split(label: &str) -> Option<(&str, &str)> {
    let (owner, _) = label.split_once('.')?;
    Some((owner, &label[owner.len()..]))
}

fn owned(out: &mut String, entries: &[&Entry<'_>], paint: Paint) {
    let lead = entries[0].lead;
    let owner = match split(&lead.label) {
        Some((owner, _)) if entries.len() > 1 => owner,
        _ => return entries.iter().for_each(|entry| one(out, entry, "", paint)),
    };
    heading_line(out, "  ", owner, &reach_of(lead), paint);
    for entry in entries {
        one(out, entry, owner, paint);
    }
}

/// What happened in many places: what it is once, then a line for each place.
fn alike(out: &mut String, entries: &[&Entry<'_>], paint: Paint) {
    let lead = entries[0].lead;
    let rule = paint.faint(&format!("  {}", lead.rule));
    out.push_str(&format!(
        "  {} {}{rule}\n",
        tags(lead, paint),
        escape(&heading(entries))
    ));
    let shared = shared_detail(entries);
    let mut rest = entries;
    while let [first, ..] = rest {
        let owner = owner_of(first);
        let run = rest.iter().take_while(|entry| owner_of(entry) == owner);
        let (run, after) = match owner {
            Some(_) => rest.split_at(run.count()),
            None => rest.split_at(1),
        };
        rest = after;
        let (name, indent) = match owner {
            Some((owner, _)) if run.len() > 1 => {
                heading_line(out, "    ", owner, &reach_of(first.lead), paint);
                (owner, "      ")
            }
            _ => ("", "    "),
        };
        for entry in run {
            place_line(out, entry, [name, indent], shared, paint);
        }
    }
}

fn heading_line(out: &mut String, indent: &str, owner: &str, reach: &str, paint: Paint) {
    let reach = match reach {
        "" => String::new(),
        reach => paint.faint(&format!("  {reach}")),
    };
    out.push_str(&format!("{indent}{}{reach}\n", escape(owner)));
}

/// One of many places, below its owner if it has one.
fn place_line(
    out: &mut String,
    entry: &Entry<'_>,
    [owner, indent]: [&str; 2],
    shared: Option<&str>,
    paint: Paint,
) {
    let change = entry.lead;
    let reach = reach_of(change);
    let (subject, reach) = match change.label.as_str() {
        "" => (reach, String::new()),
        label => (
            escape(label.strip_prefix(owner).unwrap_or(label)),
            if owner.is_empty() {
                reach
            } else {
                String::new()
            },
        ),
    };
    let detail = escape(&detail_of(entry, shared));
    let mut at = format!("  {}", place_of(change));
    if !reach.is_empty() && reach != subject {
        at.push_str(&format!("  {reach}"));
    }
    out.push_str(&format!("{indent}{subject}{detail}{}\n", paint.faint(&at)));
}

fn reach_of(change: &Change) -> String {
    escape(&operations_in_short(change, FEW))
}

fn place_of(change: &Change) -> String {
    let place = change.place();
    escape(&format!("{}:{}:{}", place.file, place.line, place.column))
}

fn tags(change: &Change, paint: Paint) -> String {
    format!(
        "{} {}",
        paint.wire(change.wire, &format!("[wire: {}]", change.wire.as_str())),
        paint.rust(change.rust, &format!("[rust: {}]", change.rust.as_str())),
    )
}

fn head(report: &Report, paint: Paint) -> String {
    let summary = &report.summary;
    let respelled = match report.respelled() {
        Some(words) => format!("{}\n", paint.rust(report.spelling, &words)),
        None => String::new(),
    };
    if report.changes.is_empty() {
        return format!("no change{}\n{respelled}", on_the_wire(report));
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
        "wire {} {}\nrust {} {}\n{}\n{respelled}",
        paint.wire(summary.wire, &format!("{:<11}", summary.wire.as_str())),
        words(&numbers[..3]),
        paint.rust(summary.rust, &format!("{:<11}", summary.rust.as_str())),
        words(&numbers[3..]),
        extent(report),
    )
}

/// One entry, below its owner if it has one.
fn one(out: &mut String, entry: &Entry<'_>, owner: &str, paint: Paint) {
    let change = entry.lead;
    let indent = if owner.is_empty() { "  " } else { "    " };
    let message = entry.message();
    let message = message.strip_prefix(owner).unwrap_or(&message);
    let tags = tags(change, paint);
    out.push_str(&format!("{indent}{tags} {}\n", escape(message)));
    if let Some(reason) = &change.accepted {
        out.push_str(&format!("{indent}  accepted: {}\n", escape(reason)));
    }
    for part in &entry.parts {
        out.push_str(&format!("{indent}  - {}\n", escape(&part.as_part(change))));
    }
    let mut line = format!("{indent}  {}  {}", change.rule, place_of(change));
    let reach = reach_of(change);
    if owner.is_empty() && !reach.is_empty() && reach != escape(&change.label) {
        line.push_str(&format!("  {reach}"));
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
