//! JSON as text. In: text that is JSON; out: the same laid out otherwise, or in pieces. Invariant: numbers and texts keep
//! the spelling that the server gave them.

use super::super::json::{DecodeError, Reader};

/// How many names a path to a value has at most.
const DEPTH: usize = 3;

/// The value of a text that is one JSON document, without the space around it.
pub(super) fn document(text: &str) -> Result<&str, Box<DecodeError>> {
    let mut reader = Reader::new(text);
    reader.peek();
    let start = reader.mark();
    reader.skip();
    let value = reader.since(start);
    match reader.finish() {
        Some(error) => Err(error),
        None => Ok(value),
    }
}

/// The items of an array; `None` for anything else.
pub(super) fn items(text: &str) -> Option<Vec<&str>> {
    let mut reader = Reader::new(text);
    if reader.peek() != b'[' || !reader.open_array() {
        return None;
    }
    let mut out = Vec::new();
    while reader.next_item(out.len()) {
        reader.peek();
        let start = reader.mark();
        reader.skip();
        out.push(reader.since(start));
    }
    Some(out)
}

/// The properties of an object; `None` for anything else.
pub(super) fn properties(text: &str) -> Option<Vec<(String, &str)>> {
    let mut reader = Reader::new(text);
    if reader.peek() != b'{' || !reader.open_object("an object") {
        return None;
    }
    let mut out = Vec::new();
    while let Some(key) = reader.next_key() {
        let key = key.into_owned();
        reader.peek();
        let start = reader.mark();
        reader.skip();
        out.push((key, reader.since(start)));
    }
    Some(out)
}

/// The values of an object by their paths, with dots between the names: objects in it are taken apart, three deep, unless they
/// are empty or a name in them has a dot itself; `None` for what is no object.
pub(super) fn leaves(text: &str) -> Option<Vec<(String, &str)>> {
    let mut out = Vec::new();
    for (name, value) in properties(text)? {
        take_apart(&mut out, name, value, 1);
    }
    Some(out)
}

fn take_apart<'a>(out: &mut Vec<(String, &'a str)>, name: String, value: &'a str, depth: usize) {
    let parts = properties(value).filter(|parts| {
        depth < DEPTH && !parts.is_empty() && parts.iter().all(|(part, _)| !part.contains('.'))
    });
    match parts.filter(|_| !name.contains('.') || depth > 1) {
        None => out.push((name, value)),
        Some(parts) => {
            for (part, value) in parts {
                take_apart(out, format!("{name}.{part}"), value, depth + 1);
            }
        }
    }
}

/// A value as a cell of a table: text without its quotes, nothing for `null`, JSON for what has parts.
pub(super) fn cell(text: &str) -> String {
    match text.as_bytes().first() {
        Some(b'"') => Reader::new(text).string().into_owned(),
        Some(b'n') | None => String::new(),
        Some(_) => {
            let mut out = String::with_capacity(text.len());
            compact(&mut out, text);
            out
        }
    }
}

/// Whether a value is a number.
pub(super) fn is_number(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'-' | b'0'..=b'9'))
}

/// Adds JSON in one line, without space between its tokens.
pub(super) fn compact(out: &mut String, text: &str) {
    for token in Tokens::of(text) {
        out.push_str(token);
    }
}

/// Adds JSON in lines, from `depth` steps to the right on.
pub(super) fn pretty(out: &mut String, text: &str, depth: usize) {
    let mut depth = depth;
    let mut tokens = Tokens::of(text).peekable();
    while let Some(token) = tokens.next() {
        match token {
            "{" | "[" => {
                out.push_str(token);
                if tokens.next_if(|next| matches!(*next, "}" | "]")).is_some() {
                    out.push_str(if token == "{" { "}" } else { "]" });
                } else {
                    depth += 1;
                    line(out, depth);
                }
            }
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                line(out, depth);
                out.push_str(token);
            }
            "," => {
                out.push_str(token);
                line(out, depth);
            }
            ":" => out.push_str(": "),
            _ => out.push_str(token),
        }
    }
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// The tokens of a text that is JSON.
struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    fn of(text: &'a str) -> Self {
        Tokens { rest: text }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
        let bytes = self.rest.as_bytes();
        let end = match bytes.first()? {
            b'"' => string_end(bytes),
            b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
            _ => {
                let ends = |byte: &u8| b" \n\r\t,:]}".contains(byte);
                bytes.iter().position(ends).unwrap_or(bytes.len())
            }
        };
        let (token, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(token)
    }
}

/// Where a text in quotes ends, behind the closing one.
fn string_end(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}
