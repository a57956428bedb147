//! Mistakes in YAML. In: a text and where reading it stopped. Out: what people get wrong, where they did. Invariant:
//! lines are looked at one by one, so that no text costs more than a few passes over it.

use super::{Mistake, brackets, character, here, line, line_column, quotes};
use crate::load::parse::SyntaxError;

pub(super) const NO_ITEM: &str = "this stands among the items of a list, and is none";
pub(super) const BEGIN_ITEM: &str =
    "begin it with `- `, or indent it like the keys that it stands beside";
pub(super) const IN_QUOTES: &str = "put the text in quotes";

/// The mistake in a YAML text, if it is a usual one.
pub(super) fn find(text: &str, error: &SyntaxError) -> Option<Mistake> {
    fence(text)
        .or_else(|| control(text, error))
        .or_else(|| tab(text, error))
        .or_else(|| quotes::long(text, error))
        .or_else(|| began(text, error))
        .or_else(|| open_bracket(text, error))
        .or_else(|| here::find(text, error))
        .or_else(|| misplaced(text, error))
        .or_else(|| quotes::anywhere(text, error))
}

/// The marks that Markdown puts around code.
fn fence(text: &str) -> Option<Mistake> {
    let marks = text.trim_start().starts_with("```");
    marks.then(|| {
        let number = text
            .lines()
            .position(|line| !line.trim().is_empty())
            .unwrap_or(0)
            + 1;
        let message = "the document stands within a fence of Markdown";
        let help = "delete the lines that begin with three backticks";
        Mistake::new((number, 1), message, help)
    })
}

fn control(text: &str, error: &SyntaxError) -> Option<Mistake> {
    let is_refused = error.message.contains("control characters");
    is_refused.then(|| character::refused(text)).flatten()
}

/// A tab among what indents the line, or the one above it.
fn tab(text: &str, error: &SyntaxError) -> Option<Mistake> {
    let near = [error.line.checked_sub(1)?, error.line];
    near.into_iter().find_map(|number| {
        let indent = indent(line(text, number));
        let column = indent.find('\t')? + 1;
        Some(Mistake::new(
            (number, column),
            "a tab indents this line, which YAML does not allow",
            "YAML is indented with spaces: replace the tabs",
        ))
    })
}

/// What begins further up and does not end.
fn began(text: &str, error: &SyntaxError) -> Option<Mistake> {
    let began = error.began?;
    let problem = error.message.as_str();
    if error.context.contains("quoted scalar") && problem.contains("unexpected") {
        let help = "close it where the text ends";
        return Some(Mistake::new(began, "this quote is never closed", help));
    }
    let bracket = match error.context.as_str() {
        context if context.contains("flow sequence") => '[',
        context if context.contains("flow mapping") => '{',
        context if context.contains("simple key") => {
            if is_among_items(text, began) {
                return Some(Mistake::new(began, NO_ITEM, BEGIN_ITEM));
            }
            let message = "a `:` is missing behind this";
            let help = "a key is written `key: value`; text that goes on from the line above is indented further than its key";
            return Some(Mistake::new(began, message, help));
        }
        _ => return None,
    };
    if let Some(quote) = quotes::in_brackets(text, error) {
        return Some(quote);
    }
    let closing = if bracket == '[' { ']' } else { '}' };
    let message = format!(
        "this `{bracket}` is not closed, or a comma is missing before line {}, column {}",
        error.line, error.column
    );
    let help = format!("add `{closing}` or the comma; a text with brackets wants quotes");
    Some(Mistake::new(began, message, help))
}

/// A bracket that is still open where a line goes on as if it were not.
fn open_bracket(text: &str, error: &SyntaxError) -> Option<Mistake> {
    if !error.context.contains("flow node") {
        return None;
    }
    let lines = text
        .split_inclusive('\n')
        .take(error.line.saturating_sub(1));
    let until = lines.map(str::len).sum();
    let (opens, bracket) = *brackets::open(text, until).last()?;
    let message = format!("this `{bracket}` is not closed");
    let help = "close it; a text with brackets wants quotes";
    Some(Mistake::new(line_column(text, opens), message, help))
}

/// Whether something begins a line right below an item of a list, and is indented like that.
fn is_among_items(text: &str, (number, column): (usize, usize)) -> bool {
    let own = indent(line(text, number)).len();
    own + 1 == column
        && above(text, number).is_some_and(|(_, above)| {
            indent(above).len() == own && above.trim_start().starts_with("- ")
        })
}

/// What stands in a line that does not go on from the one above.
fn misplaced(text: &str, error: &SyntaxError) -> Option<Mistake> {
    let problem = error.message.as_str();
    let is_value = problem.contains("mapping values are not allowed");
    let expected = ["expected key", "expected '-'", "expected <document start>"];
    if !is_value && !expected.iter().any(|what| problem.contains(what)) {
        return None;
    }
    let here = line(text, error.line);
    let (number, above) = above(text, error.line)?;
    let (own, upper) = (indent(here).len(), indent(above).len());
    let words = above.trim();
    if is_value
        && let Some(rest) = words.strip_prefix('-')
        && !rest.starts_with([' ', '-'])
    {
        let help = "an item of a list is written `- item`";
        let message = "there is no space behind the `-`";
        return Some(Mistake::new((number, upper + 1), message, help));
    }
    if is_value && !words.contains(": ") && !words.ends_with(':') {
        let message = "this is no key and value";
        let help = "write `key: value`, with a space behind the colon";
        return Some(Mistake::new((number, upper + 1), message, help));
    }
    let at = (error.line, own + 1);
    if is_value && own > upper {
        let message = "this line is indented further than the one above, which has a value already";
        let help = "indent keys of one object alike";
        return Some(Mistake::new(at, message, help));
    }
    if error.column == own + 1 && here.trim_start().starts_with("- ") {
        let message = "an item of a list stands among the keys of an object";
        let help = "indent it below the key whose list it is of, or write `key: value`";
        return Some(Mistake::new(at, message, help));
    }
    if error.column != own + 1 || (words.ends_with(':') && own > upper) {
        return None;
    }
    let levels = levels(text, error.line);
    if levels.contains(&own) {
        return None;
    }
    let shown: Vec<String> = levels.iter().map(usize::to_string).collect();
    let message = format!(
        "this line is indented by {own}, and those above it by {}",
        shown.join(", ")
    );
    let help = "indent it like the keys that it stands beside";
    Some(Mistake::new(at, message, help))
}

/// What indents a line.
fn indent(line: &str) -> &str {
    let rest = line.trim_start_matches([' ', '\t']);
    &line[..line.len() - rest.len()]
}

fn says_something(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with('#')
}

/// The line before another one that is neither empty nor a comment.
fn above(text: &str, number: usize) -> Option<(usize, &str)> {
    let lines = text.lines().take(number.saturating_sub(1)).enumerate();
    let last = lines.filter(|(_, line)| says_something(line)).last()?;
    Some((last.0 + 1, last.1))
}

/// How far the lines are indented that a line may stand below, from the nearest on; the first few.
fn levels(text: &str, number: usize) -> Vec<usize> {
    const MOST: usize = 4;
    let lines: Vec<&str> = text.lines().take(number.saturating_sub(1)).collect();
    let mut levels: Vec<usize> = Vec::new();
    for line in lines.iter().rev().filter(|line| says_something(line)) {
        let own = indent(line).len();
        if levels.last().is_none_or(|last| own < *last) {
            levels.push(own);
        }
    }
    levels.truncate(MOST);
    levels
}
