//! In: YAML text. Out: the tree of its first document, or where and why it is none. The only place that knows
//! `serde_yaml`. Invariant: plain scalars mean what the YAML 1.2 core schema says (`on` and `2020-01-01` are strings);
//! relaxed text has the same length and the same lines, so every position stays true.

use serde_json::Value;

use super::breaks;
use super::flow::Flow;
use super::parse::SyntaxError;
use super::tree::{Exhausted, Tree};
use crate::source::line_column;

/// Nesting of `[` and `{` at which the parser is not even asked. It follows 128 levels; the rest is room for brackets
/// in texts.
const MAX_FLOW_DEPTH: usize = 256;

/// Reads the first document, and notes whether there is another one behind it.
pub(super) fn read(text: &str, tree: &mut Tree) -> Result<Value, SyntaxError> {
    let Some((text, hidden)) = breaks::hide(text) else {
        return read_plain(text, tree);
    };
    let mut value = read_plain(&text, tree)?;
    hidden.restore(&mut value);
    for (_, pointer) in &mut tree.findings {
        hidden.restore_text(pointer);
    }
    Ok(value)
}

fn read_plain(text: &str, tree: &mut Tree) -> Result<Value, SyntaxError> {
    let flow = Flow::of(text);
    if flow.deepest > MAX_FLOW_DEPTH {
        // The parser's time grows with the square of the depth, long before it looks at its own limit.
        let (line, column) = line_column(text, flow.deepest_at);
        return Err(SyntaxError {
            line,
            column,
            too_deep: true,
            ..SyntaxError::default()
        });
    }
    if flow.items > tree.budget.nodes {
        // The parser keeps the whole document as events before it gives out the first value.
        tree.exhausted = Some(Exhausted::Nodes);
        return Err(SyntaxError {
            line: 1,
            column: 1,
            ..SyntaxError::default()
        });
    }
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let Some(first) = documents.next() else {
        return Ok(Value::Null);
    };
    let value = tree.read(first).map_err(|e| {
        // The parser's own bound on aliases, which is reached when few of them stand for many.
        if e.to_string().contains("repetition limit") {
            tree.exhausted = Some(Exhausted::Nodes);
        }
        syntax_error(&e)
    })?;
    tree.more = documents.next().is_some();
    Ok(value)
}

/// The text with each tab that indents turned into a space; `None` where there are none, or where other lines are
/// indented by spaces, so that nobody knows how far a tab goes.
pub(super) fn relax(text: &str) -> Option<String> {
    let indented = |line: &&str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
    let mut lines = text.lines().filter(indented).peekable();
    lines.peek()?;
    if !lines.all(|line| line.starts_with('\t')) {
        return None;
    }
    let mut relaxed = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches('\t');
        relaxed.extend(std::iter::repeat_n(' ', line.len() - rest.len()));
        relaxed.push_str(rest);
    }
    Some(relaxed)
}

fn syntax_error(error: &serde_yaml::Error) -> SyntaxError {
    let (line, column) = match error.location() {
        Some(at) => (at.line(), at.column()),
        None => (1, 1),
    };
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
    SyntaxError {
        line,
        column,
        too_deep: message.ends_with("recursion limit exceeded"),
        message,
        context: context(&text).to_owned(),
        began: began(context(&text)),
    }
}

/// What was being read: `while …`, and where that began.
fn context(text: &str) -> &str {
    text.find(", while ").map_or("", |at| &text[at + 2..])
}

fn began(context: &str) -> Option<(usize, usize)> {
    let (_, place) = context.split_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}
