//! In: a report. Out: workflow commands that annotate the lines of a pull request. Invariant: one line an entry, on the
//! file of the revision; what is gone is annotated where it was missed first, and the message says where it was.

use super::super::report::{Report, Rust, Wire};
use super::{Entry, escape, folded, operations_in_short};

/// The report as workflow commands.
pub fn render(report: &Report) -> String {
    let respelled = report.respelled().map(|words| {
        let level = match report.spelling {
            Rust::Major => "warning",
            Rust::Minor | Rust::Patch => "notice",
        };
        let title = property(&format!("rust: {}", report.spelling.as_str()));
        format!("::{level} title={title}::{}\n", data(&words))
    });
    let changes = folded(&report.changes);
    changes.iter().map(one).chain(respelled).collect()
}

fn one(entry: &Entry<'_>) -> String {
    let change = entry.lead;
    let level = match entry.wire() {
        _ if change.accepted.is_some() => "notice",
        Wire::Breaking => "error",
        Wire::Risky => "warning",
        Wire::Compatible => "notice",
    };
    let at = &change.revision;
    let title = format!(
        "wire: {}, rust: {} ({})",
        change.wire.as_str(),
        change.rust.as_str(),
        change.rule
    );
    let mut message = escape(&entry.message());
    for part in &entry.parts {
        message.push_str(&format!("\n- {}", escape(&part.as_part(change))));
    }
    if change.is_gone() {
        let was = format!("{}:{}", change.base.file, change.base.line);
        message.push_str(&format!("\nit was at {}", escape(&was)));
    }
    let reach = operations_in_short(change, 5);
    if !reach.is_empty() {
        message.push_str(&format!("\nreaches {}", escape(&reach)));
    }
    if let Some(reason) = &change.accepted {
        message.push_str(&format!("\naccepted: {}", escape(reason)));
    }
    let place = [("line", at.line), ("endLine", at.end_line.max(at.line))];
    command(level, &at.file, &place, &title, &message)
}

/// A workflow command that annotates a place.
pub(crate) fn command(
    level: &str,
    file: &str,
    place: &[(&str, usize)],
    title: &str,
    message: &str,
) -> String {
    // What is about no file has no place.
    let file = match property(file.strip_prefix("./").unwrap_or(file)).as_str() {
        "" => String::new(),
        file => format!("file={file},"),
    };
    let place = place.iter().map(|(key, number)| format!("{key}={number},"));
    let place: String = place.collect();
    format!(
        "::{level} {file}{place}title={}::{}\n",
        property(title),
        data(message)
    )
}

/// Text as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn commands_cannot_be_forged() {
        assert_eq!(data("50%\n::error::x"), "50%25%0A::error::x");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
