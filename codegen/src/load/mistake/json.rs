//! Mistakes in JSON. In: a text and where reading it stopped. Out: what is missing, where it is missing.

use super::{Mistake, line_column};
use crate::load::json;
use crate::load::parse::SyntaxError;

/// The mistake in a JSON text, if it is a usual one.
pub(super) fn find(text: &str, error: &SyntaxError) -> Option<Mistake> {
    // Comments have brackets and quotes of their own.
    let relaxed = json::relax(text);
    let plain = relaxed.as_deref().unwrap_or(text);
    let byte = byte_at(text, error.line, error.column);
    let at = line_column(text, byte);
    let message = error.message.as_str();
    if message.starts_with("control character") || message.contains("parsing a string") {
        let Some(opens) = open_string(plain) else {
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
        return Some(between(text, plain, byte));
    }
    if message.starts_with("EOF while parsing") {
        let (opens, bracket) = *brackets(plain, plain.len()).last()?;
        let message = format!("this `{bracket}` is never closed");
        let help = format!("the text ends before it is; add `{}`", closing(bracket));
        return Some(Mistake::new(line_column(text, opens), message, help));
    }
    if message.contains("escape") {
        return escape(text, byte, message);
    }
    let (before, rest) = plain.split_at_checked(byte)?;
    let first = rest.chars().next();
    match message {
        "expected `:`" => Some(no_colon(text, before, rest, at)),
        "key must be a string" => Some(no_key(text, before, first, at)),
        "expected value" => Some(no_value(text, before, rest, at)),
        "expected ident" | "invalid number" => Some(no_word(text, before)),
        "number out of range" => {
            let part = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
            let at = line_column(text, before.trim_end_matches(part).len());
            let message = "this number is larger than any that is read";
            Some(Mistake::new(
                at,
                message,
                "write a smaller one, or leave the key out",
            ))
        }
        super::TRAILING => {
            let message = "something stands behind the end of the document";
            let help = "delete it; a bracket may be closed too early, or too often";
            Some(Mistake::new(at, message, help))
        }
        _ => None,
    }
}

/// Why a text that was read even so is no strict JSON.
pub(super) fn strict(text: &str, error: &SyntaxError) -> Option<Mistake> {
    if error.message.starts_with("control character") {
        let byte = byte_at(text, error.line, error.column);
        let message = "a text holds a line break, a tab or the like as it is";
        return Some(Mistake::new(line_column(text, byte), message, ""));
    }
    find(text, error)
}

/// A backslash that stands for nothing; reading stopped behind it.
fn escape(text: &str, byte: usize, problem: &str) -> Option<Mistake> {
    let end = text.len().min(byte + 1);
    let slash = text.as_bytes()[..end].iter().rposition(|b| *b == b'\\')?;
    let (message, help) = match problem == "invalid escape" {
        true => (
            "this backslash means nothing",
            "within a text a backslash is written twice: `\\\\`",
        ),
        false => (
            "this escape is half of a character",
            "a character beyond U+FFFF is written as two escapes, or as it is",
        ),
    };
    Some(Mistake::new(line_column(text, slash), message, help))
}

fn no_colon(text: &str, before: &str, rest: &str, at: (usize, usize)) -> Mistake {
    let key = before.ends_with('"').then(|| last_string(before)).flatten();
    if let Some(opens) = key
        && !rest.starts_with('"')
        && before[opens..]
            .trim_end_matches('"')
            .trim_end()
            .ends_with(':')
    {
        let message = "the quote of this key is not closed";
        let help = "close it before the `:`";
        return Mistake::new(line_column(text, opens), message, help);
    }
    let message = "a `:` is missing behind the key";
    Mistake::new(
        at,
        message,
        "a key and its value are written `\"key\": value`",
    )
}

fn no_key(text: &str, before: &str, first: Option<char>, at: (usize, usize)) -> Mistake {
    let behind_comma = before.trim_end().ends_with(',');
    if behind_comma && first == Some(',') {
        return Mistake::new(at, "this comma is one too many", "delete it");
    }
    if behind_comma
        && let Some(other @ ('{' | '[')) = first
        && let Some((opens, '{')) = brackets(before, before.len()).last()
    {
        let message = format!(
            "this `{{` is not closed before line {}, where a `{other}` stands in place of a key",
            at.0
        );
        let help = "close it, or write the key";
        return Mistake::new(line_column(text, *opens), message, help);
    }
    let message = "a key is missing, or has no quotes";
    Mistake::new(
        at,
        message,
        "a key is written in double quotes: `\"key\": value`",
    )
}

fn no_value(text: &str, before: &str, rest: &str, at: (usize, usize)) -> Mistake {
    let help = "write one; a text has double quotes";
    let first = rest.chars().next().unwrap_or(' ');
    let before = before.trim_end();
    if "}],".contains(first)
        && let Some(key) = before.strip_suffix(':')
        && let Some(opens) = key
            .trim_end()
            .ends_with('"')
            .then(|| last_string(key))
            .flatten()
    {
        return Mistake::new(line_column(text, opens), "this key has no value", help);
    }
    match first {
        '\'' => {
            let message = "a text does not stand in double quotes";
            Mistake::new(at, message, "write `\"` for `'`")
        }
        '}' | ']' | ',' | ':' => Mistake::new(at, "there is no value here", help),
        _ => Mistake::new(at, NO_VALUE, WORD),
    }
}

const NO_VALUE: &str = "this is no value that JSON knows";
const WORD: &str = "a text has double quotes, a number has digits on both sides of its point and no needless zero before it";

/// A word or a number that is none, by its end.
fn no_word(text: &str, before: &str) -> Mistake {
    let ends = |c: char| c.is_whitespace() || ":,[{".contains(c);
    let opens = before.trim_end().rfind(ends).map_or(0, |at| at + 1);
    Mistake::new(line_column(text, opens), NO_VALUE, WORD)
}

/// Where a comma or a bracket was expected and something else is.
fn between(text: &str, plain: &str, byte: usize) -> Mistake {
    let (before, rest) = plain.split_at_checked(byte).unwrap_or((plain, ""));
    let at = line_column(text, byte);
    let open = brackets(plain, byte);
    let last = open.last().copied();
    if let (Some(found @ ('}' | ']')), Some((opens, bracket))) = (rest.chars().next(), last) {
        let (line, _) = line_column(text, opens);
        let message =
            format!("`{found}` closes nothing: the `{bracket}` of line {line} is still open");
        let help = format!("close that one first with `{}`", closing(bracket));
        return Mistake::new(at, message, help);
    }
    if let Some((opens, '[')) = last
        && begins_with_key(rest)
    {
        let message = format!(
            "this `[` is not closed before line {}, where a key stands",
            at.0
        );
        return Mistake::new(line_column(text, opens), message, "add `]` before the key");
    }
    let is_word = |char: Option<char>| char.is_some_and(|c| c.is_alphanumeric() || c == '.');
    if is_word(before.chars().last()) && is_word(rest.chars().next()) {
        return no_word(text, before);
    }
    let before = before.trim_end();
    // The place is that of the last character before the gap.
    let (line, column) = line_column(text, before.len());
    let last = (line, column.saturating_sub(1).max(1));
    if before.ends_with('"') && line == at.0 && rest.starts_with(char::is_alphanumeric) {
        let help = "a quote within a text is written `\\\"`";
        return Mistake::new(last, "this quote ends the text", help);
    }
    Mistake::new(last, "a `,` is missing behind this", "add it")
}

/// Whether a text goes on with a colon, or with a string and a colon.
fn begins_with_key(rest: &str) -> bool {
    let mut strings = Strings::default();
    let end = rest
        .bytes()
        .enumerate()
        .position(|(at, byte)| !strings.is_inside(at, byte))
        .unwrap_or(rest.len());
    rest[end..].trim_start().starts_with(':')
}

/// Where the last string of a text begins.
fn last_string(text: &str) -> Option<usize> {
    let mut strings = Strings::default();
    let mut last = None;
    for (at, byte) in text.bytes().enumerate() {
        strings.is_inside(at, byte);
        last = strings.since.or(last);
    }
    last
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
fn brackets(text: &str, until: usize) -> Vec<(usize, char)> {
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
