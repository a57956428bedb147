//! Prose of the IR → doc attributes. In: `ir::Docs` and facts; out: one `#[doc]` per line, as tokens. Invariant: never empty, so
//! that `missing_docs` holds in the output whatever the document leaves out.

use super::{inline, markdown};
use crate::ir;
use crate::tokens::TokenStream;
use serde_json::Value;

/// The longest first line that is left in one piece.
const SUMMARY: usize = 160;
/// The longest value quoted in a doc comment.
const QUOTED: usize = 100;

/// Doc lines for an item: its title and text, or `fallback` where the document says nothing.
pub(crate) fn lines(docs: &ir::Docs, fallback: &str) -> Vec<String> {
    let mut out = Vec::new();
    let title = docs.title.as_deref().unwrap_or("").trim();
    let text = docs.text.as_deref().unwrap_or("").trim();
    if !title.is_empty() && !text.starts_with(title) {
        out.extend(markdown::lines(&title.replace('\n', " ")));
    }
    if !text.is_empty() {
        separate(&mut out);
        let body = markdown::lines(&split_summary(text, out.is_empty()));
        out.extend(body);
    }
    if out.iter().all(String::is_empty) {
        out = vec![fallback.to_owned()];
    }
    if let Some(link) = &docs.link {
        let more = markdown::line(&format!("See {link}"));
        separate(&mut out);
        out.push(more);
    }
    out
}

/// An empty line, if something stands above it.
pub(crate) fn separate(lines: &mut Vec<String>) {
    if lines.last().is_some_and(|line| !line.is_empty()) {
        lines.push(String::new());
    }
}

/// Lines with something said about them: before the first one, or above it where a block begins.
pub(crate) fn labelled(label: &str, mut lines: Vec<String>) -> Vec<String> {
    match lines.first_mut() {
        None => lines.push(format!("{label}.")),
        Some(first) if is_block(first) => {
            lines.splice(0..0, [format!("{label}:"), String::new()]);
        }
        Some(first) => *first = format!("{label}: {first}"),
    }
    lines
}

/// Whether a line means something else once text stands before it: a fence, a heading, a quote, a table, an item.
fn is_block(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < line.len() && number.starts_with(['.', ')']);
    let item = ["- ", "* ", "+ "];
    let sign = ["```", "~~~", "#", ">", "|", " "];
    numbered
        || item
            .iter()
            .chain(&sign)
            .any(|start| line.starts_with(start))
}

/// More lines as a paragraph of their own, if there are any.
pub(crate) fn append(lines: &mut Vec<String>, more: Vec<String>) {
    if !more.is_empty() {
        separate(lines);
        lines.extend(more);
    }
}

/// A long first paragraph gets a break after its first sentence, for the summary that rustdoc shows.
fn split_summary(text: &str, first: bool) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or(text);
    let prose = !paragraph.starts_with(['#', '-', '*', '|', '>', '`']);
    let end = sentence_end(paragraph).filter(|_| first && prose && paragraph.len() > SUMMARY);
    if let Some(end) = end {
        let (summary, rest) = text.split_at(end);
        return format!("{summary}\n\n{}", rest.trim_start());
    }
    text.to_owned()
}

/// Where the first sentence ends: after a full stop that a capital letter follows.
fn sentence_end(text: &str) -> Option<usize> {
    text.match_indices(". ").map(|(at, _)| at + 1).find(|end| {
        let before = text[..end - 1].chars().next_back();
        let after = text[*end..].trim_start().chars().next();
        let balanced = text[..*end].matches('`').count().is_multiple_of(2);
        balanced
            && before.is_some_and(char::is_lowercase)
            && after.is_some_and(char::is_uppercase)
            && *end > 20
    })
}

/// What a schema says about a value beside its type: default, bounds, and the like.
pub(crate) fn facts(default: Option<&Value>, constraints: &ir::Constraints) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(value) = default {
        out.extend(quoted(&value.to_string()).map(|value| format!("Default: {value}.")));
    }
    let bounds: Vec<String> = constraints
        .keywords
        .iter()
        .filter(|(keyword, _)| keyword != "format" && keyword != "type")
        .map(|(keyword, value)| {
            // What is too long to quote is still named.
            quoted(&format!("{keyword}: {value}")).unwrap_or_else(|| code(keyword))
        })
        .collect();
    if !bounds.is_empty() {
        out.extend(markdown::lines(&format!("Bounds: {}.", bounds.join(", "))));
    }
    out
}

/// A short text as a code span; nothing if it is long.
pub(crate) fn quoted(text: &str) -> Option<String> {
    (text.chars().count() <= QUOTED).then(|| code(text))
}

/// Any text as a code span of one line.
pub(crate) fn code(text: &str) -> String {
    let clean = markdown::visible(text);
    let flat: Vec<&str> = clean.split_whitespace().collect();
    inline::code_span(&flat.join(" "))
}

/// Doc attributes, one a line.
pub(crate) fn attributes(lines: &[String]) -> TokenStream {
    let mut out = TokenStream::new();
    for line in lines {
        out.line(line);
    }
    out
}

/// Lines as they stand behind `///`, for templates.
pub(crate) fn spaced(lines: &[String]) -> Vec<String> {
    lines
        .iter()
        .map(|line| {
            if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            }
        })
        .collect()
}

/// One doc attribute.
pub(crate) fn attribute(line: &str) -> TokenStream {
    let mut out = TokenStream::new();
    out.line(line);
    out
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn a_block_begins_below_its_label() {
        let said = |first: &str| labelled("`200`", vec![first.to_owned(), "more".to_owned()]);
        assert_eq!(said("Fine."), ["`200`: Fine.", "more"]);
        assert_eq!(said("404 of them"), ["`200`: 404 of them", "more"]);
        for block in [
            "```text",
            "- one",
            "1. one",
            "# One",
            "| a | b |",
            "> quoted",
        ] {
            assert_eq!(said(block), ["`200`:", "", block, "more"]);
        }
        assert_eq!(labelled("`200`", Vec::new()), ["`200`."]);
    }
}
