//! In: a report and the texts of both sides. Out: one page that needs nothing else: what changed, with both versions side
//! by side. Invariant: text of a document is escaped wherever it stands, and the page loads nothing.

use std::collections::HashMap;

use super::super::report::{Change, Location, Report};
use super::{
    Entry, RUSTS, WIRES, capitalised, count, escape, extent, folded, on_the_wire, operations,
};
use crate::source::Sources;

/// How many lines are shown above and below a change.
const AROUND: usize = 3;
/// The longest line that is shown whole.
const WIDEST: usize = 240;
/// How it looks.
const STYLE: &str = include_str!("html/style.css");
/// How it answers.
const SCRIPT: &str = include_str!("html/script.js");

/// The report as a page.
pub fn render(report: &Report, sources: &[&Sources]) -> String {
    let texts = Texts::new(sources);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>API diff</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    );
    page.push_str(&head(report));
    page.push_str("<main>\n");
    for entry in folded(&report.changes) {
        page.push_str(&card(&entry, &texts));
    }
    if report.changes.is_empty() {
        page.push_str(&format!("<p>No change{}.</p>\n", on_the_wire(report)));
    }
    page.push_str("<p id=\"none\" hidden>No change fits the filter.</p>\n</main>\n");
    page.push_str(&format!("<script>\n{SCRIPT}</script>\n</body>\n</html>\n"));
    page
}

fn head(report: &Report) -> String {
    let summary = &report.summary;
    let numbers = [
        ("breaking", summary.breaking),
        ("risky", summary.risky),
        ("compatible", summary.compatible),
        ("major", summary.major),
        ("minor", summary.minor),
        ("patch", summary.patch),
    ];
    let button = |word: &str, kind: &str| {
        let number = numbers
            .iter()
            .find(|(other, _)| *other == word)
            .map_or(0, |(_, n)| *n);
        format!(
            "<button type=\"button\" class=\"{word}\" data-{kind}=\"{word}\" aria-pressed=\"true\">\
             {word} <b>{number}</b></button>"
        )
    };
    let wires: String = WIRES
        .iter()
        .map(|wire| button(wire.as_str(), "wire"))
        .collect();
    let rusts: String = RUSTS
        .iter()
        .map(|rust| button(rust.as_str(), "rust"))
        .collect();
    let respelled = match report.respelled() {
        Some(words) => format!(
            "<p class=\"respelled\">{}.</p>\n",
            text(&capitalised(&words))
        ),
        None => String::new(),
    };
    format!(
        "<header>\n<h1>API diff</h1>\n\
         <p class=\"verdict\">on the wire <b class=\"{wire}\">{wire}</b>, for Rust code \
         <b class=\"{rust}\">{rust}</b>: {}</p>\n{respelled}\
         <div class=\"filter\"><span>wire</span>{wires}</div>\n\
         <div class=\"filter\"><span>Rust</span>{rusts}</div>\n\
         <input id=\"search\" type=\"search\" placeholder=\"path, schema, rule …\" \
         aria-label=\"filter by text\">\n</header>\n",
        extent(report),
        wire = summary.wire.as_str(),
        rust = summary.rust.as_str(),
    )
}

fn card(entry: &Entry<'_>, texts: &Texts<'_>) -> String {
    let change = entry.lead;
    let (wire, rust) = (change.wire.as_str(), change.rust.as_str());
    let mut card = format!(
        "<article data-wire=\"{}\" data-rust=\"{rust}\" id=\"c{}\">\n\
         <h2><span class=\"badge {wire}\">wire: {wire}</span>\
         <span class=\"badge {rust}\">rust: {rust}</span> {}</h2>\n<p class=\"rule\"><code>{}</code></p>\n",
        entry.wire().as_str(),
        change.fingerprint,
        marked(&entry.message()),
        text(&change.rule),
    );
    if let Some(reason) = &change.accepted {
        card.push_str(&format!("<p>accepted: {}</p>\n", text(reason)));
    }
    if !entry.parts.is_empty() {
        let items = entry
            .parts
            .iter()
            .map(|part| format!("<li>{}</li>", marked(&part.as_part(change))));
        card.push_str(&format!("<ul>{}</ul>\n", items.collect::<String>()));
    }
    let reached = operations(change);
    match reached.as_slice() {
        [] => {}
        [only] if *only == change.label => {}
        [only] => card.push_str(&format!(
            "<p class=\"reach\"><code>{}</code></p>\n",
            text(only)
        )),
        many => {
            let items = many
                .iter()
                .map(|one| format!("<li><code>{}</code></li>", text(one)));
            card.push_str(&format!(
                "<details class=\"reach\"><summary>reaches {}</summary><ul>{}</ul></details>\n",
                count(many.len(), "operation"),
                items.collect::<String>()
            ));
        }
    }
    card.push_str("<div class=\"sides\">\n");
    let new = if is_new(change) {
        " (not there yet)"
    } else {
        ""
    };
    card.push_str(&texts.excerpt(&change.base, "before", new));
    let gone = if change.is_gone() {
        " (no longer there)"
    } else {
        ""
    };
    card.push_str(&texts.excerpt(&change.revision, "after", gone));
    card.push_str("</div>\n</article>\n");
    card
}

/// Whether it is about something that the base has not, of which only what it is in can be shown.
fn is_new(change: &Change) -> bool {
    let (before, after) = (&change.base.origin.pointer, &change.revision.origin.pointer);
    let inside = after.strip_prefix(&**before);
    inside.is_some_and(|rest| rest.starts_with('/'))
}

/// The lines of all files, by the names of the files.
struct Texts<'s> {
    lines: HashMap<&'s str, Vec<&'s str>>,
}

impl<'s> Texts<'s> {
    fn new(sources: &[&'s Sources]) -> Self {
        let files = sources.iter().flat_map(|sources| sources.iter());
        let lines = files.map(|(_, file)| (file.name.as_str(), file.text.lines().collect()));
        Self {
            lines: lines.collect(),
        }
    }

    /// The lines around a place.
    fn excerpt(&self, at: &Location, side: &str, note: &str) -> String {
        let lines = self
            .lines
            .get(at.file.as_str())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let first = at.line.saturating_sub(AROUND).max(1);
        let last = (at.line + AROUND).min(lines.len());
        let mut shown = String::new();
        for number in first..=last {
            let line = lines.get(number - 1).copied().unwrap_or_default();
            let here = if number == at.line && note.is_empty() {
                " class=\"here\""
            } else {
                ""
            };
            shown.push_str(&format!(
                "<span{here}><i>{number}</i>{}\n</span>",
                text(&clipped(line, at.column, number == at.line))
            ));
        }
        format!(
            "<figure class=\"{side}\"><figcaption>{}:{}{note}</figcaption><pre>{shown}</pre></figure>\n",
            text(&at.file),
            at.line
        )
    }
}

/// A line that fits, with the column in it that matters.
fn clipped(line: &str, column: usize, matters: bool) -> String {
    let length = line.chars().count();
    if length <= WIDEST {
        return line.to_owned();
    }
    let from = if matters {
        column.saturating_sub(WIDEST / 4)
    } else {
        0
    };
    let middle: String = line.chars().skip(from).take(WIDEST).collect();
    let start = if from > 0 { "…" } else { "" };
    let end = if from + WIDEST < length { "…" } else { "" };
    format!("{start}{middle}{end}")
}

/// A message in HTML: what stands in backticks is code.
fn marked(message: &str) -> String {
    let pieces: Vec<&str> = message.split('`').collect();
    let even = pieces.len() % 2 == 1;
    let all = pieces.iter().enumerate().map(|(at, piece)| match at % 2 {
        1 if even => format!("<code>{}</code>", text(piece)),
        1 => format!("`{}", text(piece)),
        _ if at > 0 && !even => format!("`{}", text(piece)),
        _ => text(piece),
    });
    all.collect()
}

/// Text in HTML, in an element or an attribute.
fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in escape(text).chars() {
        match letter {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{clipped, text};

    #[test]
    fn document_text_cannot_leave_its_element() {
        assert_eq!(
            text("</script><b a=\"'\">"),
            "&lt;/script&gt;&lt;b a=&quot;&#39;&quot;&gt;"
        );
    }

    #[test]
    fn long_lines_show_what_matters() {
        let line = format!("{}x{}", "a".repeat(1000), "b".repeat(1000));
        let shown = clipped(&line, 1001, true);
        assert!(shown.contains('x') && shown.starts_with('…') && shown.ends_with('…'));
    }
}
