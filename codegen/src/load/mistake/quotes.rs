//! Quotes in YAML that end too late. Invariant: a quote counts only where a text begins, so that apostrophes and inches
//! are none.

use super::{Mistake, line, line_column};
use crate::load::parse::SyntaxError;

const CLOSE: &str = "close it where the text ends";

/// A quote that took the lines below into its text, up to the next one, behind which reading stopped.
pub(super) fn long(text: &str, error: &SyntaxError) -> Option<Mistake> {
    let here = line(text, error.line);
    let before: String = here.chars().take(error.column.saturating_sub(1)).collect();
    let quote = before.trim_end().chars().last()?;
    if !['"', '\''].contains(&quote) || before.matches(quote).count() != 1 {
        return None;
    }
    let above: Vec<&str> = text.lines().take(error.line.saturating_sub(1)).collect();
    let number = above.iter().rposition(|line| line.contains(quote))?;
    let at = open(above[number]).filter(|(_, found)| *found == quote)?;
    let message = format!(
        "this quote is not closed before the next one, on line {}",
        error.line
    );
    Some(Mistake::new((number + 1, at.0), message, CLOSE))
}

/// A quote within brackets that its line does not close, and that closes where a text begins and not where one ends.
pub(super) fn in_brackets(text: &str, error: &SyntaxError) -> Option<Mistake> {
    unclosed(text, error.began?.0, error.line)
}

/// The same anywhere above, where nothing else is known to be wrong.
pub(super) fn anywhere(text: &str, error: &SyntaxError) -> Option<Mistake> {
    unclosed(text, 1, error.line)
}

/// The first quote of these lines that closes where a text begins and not where one ends.
fn unclosed(text: &str, first: usize, last: usize) -> Option<Mistake> {
    let lines = text.split_inclusive('\n').enumerate();
    let (mut start, mut past): (usize, usize) = (0, 0);
    for (index, line) in lines.take(last) {
        let from = start;
        start += line.len();
        // Lines within a quoted text are no YAML.
        if index + 1 < first || from < past {
            continue;
        }
        let Some((column, quote)) = open(line) else {
            continue;
        };
        let rest = text.get(start..).unwrap_or_default();
        let ends = |behind: &str| {
            let behind = behind.trim_start_matches(' ');
            behind.is_empty() || behind.starts_with([',', ']', '}', ':', '\n', '\r', quote])
        };
        if let Some((inside, behind)) = rest.split_once(quote)
            && ends(behind)
        {
            past = start + inside.len();
            continue;
        }
        let at = line.char_indices().nth(column - 1)?.0;
        let message = "this quote is not closed on its line";
        return Some(Mistake::new(line_column(text, from + at), message, CLOSE));
    }
    None
}

/// The quote that begins a text in a line and is not closed in it, by its column.
fn open(line: &str) -> Option<(usize, char)> {
    let mut chars = line.chars().enumerate().peekable();
    let mut depth = 0_usize;
    // Whether a text may begin here, and what stood before.
    let (mut begins, mut last) = (true, ' ');
    while let Some((index, char)) = chars.next() {
        match char {
            '#' if last.is_whitespace() => return None,
            '"' | '\'' if begins => {
                let mut closed = false;
                while let Some((_, inner)) = chars.next() {
                    if inner == '\\' && char == '"' {
                        chars.next();
                    } else if inner == char {
                        let twice = char == '\'' && chars.peek().is_some_and(|(_, c)| *c == '\'');
                        if !twice {
                            closed = true;
                            break;
                        }
                        chars.next();
                    }
                }
                if !closed {
                    return Some((index + 1, char));
                }
                begins = false;
            }
            '[' | '{' if begins || depth > 0 => {
                depth += 1;
                begins = true;
            }
            ']' | '}' => {
                depth = depth.saturating_sub(1);
                begins = false;
            }
            ',' if depth > 0 => begins = true,
            ' ' if matches!(last, ':' | '-') && (last == ':' || begins) => begins = true,
            ' ' | '\t' => {}
            '-' if begins => {}
            _ => begins = false,
        }
        last = char;
    }
    None
}
