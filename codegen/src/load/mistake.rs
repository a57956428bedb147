//! In: a text that is no document, and where reading it stopped. Out: the mistake that is most likely behind it, at its own
//! place, which may be far above. Invariant: it is looked for in what cannot be read only, so nothing is refused for it.

mod brackets;
mod character;
mod here;
mod json;
mod quotes;
mod yaml;

use super::parse::{SyntaxError, looks_like_json};
use crate::source::line_column;

/// Why a text cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) code: &'static str,
    /// From 1, as the column is.
    pub(super) line: usize,
    /// In characters.
    pub(super) column: usize,
    pub(super) message: String,
    /// `None` where that of the code says it.
    pub(super) help: Option<String>,
}

impl Mistake {
    fn new(
        (line, column): (usize, usize),
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let help = help.into();
        Self {
            code: "syntax",
            line,
            column,
            message: message.into(),
            help: (!help.is_empty()).then_some(help),
        }
    }
}

/// The mistake in a text, if it is one of those that people make.
pub(super) fn find(text: &str, error: &SyntaxError) -> Option<Mistake> {
    character::wide(text)
        .or_else(|| conflict(text))
        .or_else(|| match looks_like_json(text) {
            true => json::find(text, error),
            false => yaml::find(text, error),
        })
}

/// Why a text is no strict JSON, although it was read.
pub(super) fn strict(text: &str, error: &SyntaxError) -> Option<Mistake> {
    json::strict(text, error)
}

/// The first mark that a merge left.
fn conflict(text: &str) -> Option<Mistake> {
    let is_mark = |line: &str| {
        let word = line.split(' ').next().unwrap_or_default();
        ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains(&word.trim_end())
    };
    let line = text.lines().position(is_mark)? + 1;
    let message = "two versions of the document were not merged";
    Some(Mistake {
        code: "merge-conflict",
        ..Mistake::new((line, 1), message, "")
    })
}

/// The line of the mark behind which a second document begins.
pub(super) fn second_document(text: &str) -> Option<usize> {
    let is_mark = |line: &str| line == "---" || line.starts_with("--- ");
    let says = |line: &str| !line.trim().is_empty() && !line.starts_with(['#', '%']);
    let mut lines = text.lines().enumerate().skip_while(|(_, line)| !says(line));
    // The first document may begin with a mark.
    lines.next()?;
    lines
        .find(|(_, line)| is_mark(line))
        .map(|(index, _)| index + 1)
}

/// What a parser says of a text in JSON that goes on behind its end.
pub(super) const TRAILING: &str = "trailing characters";

/// Where a text in JSON goes on behind its end.
pub(super) fn behind(text: &str) -> Option<SyntaxError> {
    let end = brackets::end(text)?;
    let rest = text.get(end..)?.trim_start();
    let (line, column) = line_column(text, text.len() - rest.len());
    (!rest.is_empty()).then(|| SyntaxError {
        line,
        column,
        message: TRAILING.to_owned(),
        ..SyntaxError::default()
    })
}

/// A line of a text by its number.
fn line(text: &str, number: usize) -> &str {
    let index = number.checked_sub(1);
    index
        .and_then(|index| text.lines().nth(index))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
