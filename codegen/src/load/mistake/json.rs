//! Mistakes in JSON. In: a text and where reading it stopped. Out: what is missing, where it is missing.

use super::{Mistake, line_column};
use crate::load::parse::SyntaxError;

/// The mistake in a JSON text, if it is a usual one.
pub(super) fn find(text: &str, error: &SyntaxError) -> Option<Mistake> {
    let at = (error.line, error.column);
    let message = error.message.as_str();
    if message.starts_with("control character") || message.contains("parsing a string") {
        let Some(opens) = open_string(text) else {
            return Some(Mistake::new(
                at,
                "a text cannot hold this character as it is",
                "a tab within a text is written `\\t`, others like `\\u001b`",
            ));
        };
        return Some(Mistake::new(
            line_column(text, opens),
            "this text is never closed",
            "close it with `\"`; a line break within a text is written `\\n`",
        ));
    }
    if message.starts_with("expected `,` or") {
        return Some(between(text, error));
    }
    if message.starts_with("EOF while parsing") {
        let (opens, bracket) = *brackets(text, text.len()).last()?;
        let (line, column) = line_column(text, opens);
        let message = format!("this `{bracket}` is never closed");
        let help = format!("the text ends before it is; add `{}`", closing(bracket));
        return Some(Mistake::new((line, column), message, help));
    }
    let (message, help) = match message {
        "expected `:`" => (
            "a `:` is missing behind the key",
            "a key and its value are written `\"key\": value`",
        ),
        "key must be a string" => (
            "a key is missing, or has no quotes",
            "a key is written in double quotes: `\"key\": value`",
        ),
        "invalid escape" => (
            "this backslash means nothing",
            "within a text a backslash is written twice: `\\\\`",
        ),
        "trailing characters" => (
            "something stands behind the end of the document",
            "delete it; a bracket may be closed too early, or too often",
        ),
        "expected value" => (
            "there is no value here",
            "write one; a text has double quotes",
        ),
        _ => return None,
    };
    Some(Mistake::new(at, message, help))
}

/// Where a comma or a bracket was expected and something else is.
fn between(text: &str, error: &SyntaxError) -> Mistake {
    let at = byte_at(text, error.line, error.column);
    let rest = text.get(at..).unwrap_or_default();
    let open = brackets(text, at);
    if let (Some('}' | ']'), Some((opens, bracket))) = (rest.chars().next(), open.last()) {
        let (line, _) = line_column(text, *opens);
        let message = format!(
            "`{}` closes nothing: the `{bracket}` of line {line} is still open",
            &rest[..1]
        );
        let help = format!("close that one first with `{}`", closing(*bracket));
        return Mistake::new((error.line, error.column), message, help);
    }
    let before = text.get(..at).unwrap_or_default().trim_end();
    // The place is that of the last character before the gap.
    let (line, column) = line_column(text, before.len());
    let last = column.saturating_sub(1).max(1);
    Mistake::new((line, last), "a `,` is missing behind this", "add it")
}

fn closing(bracket: char) -> char {
    if bracket == '{' { '}' } else { ']' }
}

/// The byte at a line and column, as `serde_json` counts them: columns in bytes.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    start + column.saturating_sub(1)
}

/// The brackets that are open at a place, from the outermost on.
pub(super) fn brackets(text: &str, until: usize) -> Vec<(usize, char)> {
    let mut open = Vec::new();
    let mut strings = Strings::default();
    for (at, byte) in text.bytes().enumerate().take(until) {
        if strings.is_inside(at, byte) {
            continue;
        }
        match byte {
            b'{' | b'[' => open.push((at, char::from(byte))),
            b'}' | b']' => drop(open.pop()),
            _ => {}
        }
    }
    open
}

/// Where the first text begins that a line break ends, or the end of everything.
fn open_string(text: &str) -> Option<usize> {
    let mut strings = Strings::default();
    for (at, byte) in text.bytes().enumerate() {
        if strings.is_inside(at, byte) && byte == b'\n' {
            break;
        }
    }
    strings.since
}

/// Which bytes are inside of texts.
#[derive(Default)]
struct Strings {
    since: Option<usize>,
    escaped: bool,
}

impl Strings {
    /// Goes on by a byte, and says whether it is of a text.
    fn is_inside(&mut self, at: usize, byte: u8) -> bool {
        let inside = self.since.is_some();
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if inside => self.escaped = true,
            b'"' => self.since = if inside { None } else { Some(at) },
            _ => {}
        }
        inside || byte == b'"'
    }
}
