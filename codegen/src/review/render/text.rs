//! In: a report. Out: text for a terminal. Invariant: the first two lines answer what it means, the rest says why.

use super::super::report::{Report, Rust, Wire};
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
        out.push('\n');
        out.push_str(&paint.wire(wire, wire.as_str()));
        out.push('\n');
        for entry in folded(&changes) {
            one(&mut out, &entry, paint);
        }
    }
    out
}

fn head(report: &Report, paint: Paint) -> String {
    let summary = &report.summary;
    if report.changes.is_empty() {
        return "no change\n".to_owned();
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
        "wire {:<11} {}\nrust {:<11} {}\n{} in {}\n",
        paint.wire(summary.wire, summary.wire.as_str()),
        words(&numbers[..3]),
        paint.rust(summary.rust, summary.rust.as_str()),
        words(&numbers[3..]),
        count(report.changes.len(), "change"),
        count(summary.operations, "operation"),
    )
}

fn one(out: &mut String, entry: &Entry<'_>, paint: Paint) {
    let change = entry.lead;
    let rust = paint.rust(change.rust, change.rust.as_str());
    out.push_str(&format!("  {} [{rust}]\n", escape(&entry.message())));
    if let Some(reason) = &change.accepted {
        out.push_str(&format!("    accepted: {}\n", escape(reason)));
    }
    for part in &entry.parts {
        out.push_str(&format!("    - {}\n", escape(&part.message)));
    }
    let place = if change.pointer == *change.revision.origin.pointer {
        &change.revision
    } else {
        &change.base
    };
    let at = format!("{}:{}:{}", place.file, place.line, place.column);
    let reach = operations_in_short(change, NAMED);
    let line = match reach.as_str() {
        "" => format!("    {}  {}", change.rule, escape(&at)),
        reach => format!("    {}  {}  {}", change.rule, escape(&at), escape(reach)),
    };
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
