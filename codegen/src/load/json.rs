//! In: JSON text. Out: its tree, or where and why it is none. Also `relax`, which blanks out comments and trailing
//! commas. Invariant: relaxed text has the same length and the same lines, so every position stays true.

use serde_json::Value;

use super::parse::SyntaxError;
use super::tree::Tree;

/// Reads one strict JSON text.
pub(super) fn read(text: &str, tree: &mut Tree) -> Result<Value, SyntaxError> {
    let mut from = serde_json::Deserializer::from_str(text);
    let value = tree.read(&mut from).map_err(|e| syntax_error(&e))?;
    from.end().map_err(|e| syntax_error(&e))?;
    Ok(value)
}

fn syntax_error(error: &serde_json::Error) -> SyntaxError {
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
    SyntaxError {
        line: error.line(),
        column: error.column().max(1),
        too_deep: message.starts_with("recursion limit"),
        message,
        ..SyntaxError::default()
    }
}

/// The text with `//`, `#` and `/* */` comments and trailing commas turned into blanks; `None` where there are none.
pub(super) fn relax(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let mut changed = false;
    let mut comma = None;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let end = token_end(&bytes, at);
        match byte {
            b'/' | b'#' if end > at + 1 => {
                blank(&mut bytes[at..end]);
                changed = true;
            }
            b',' => comma = Some(at),
            b']' | b'}' => {
                if let Some(comma) = comma.take() {
                    bytes[comma] = b' ';
                    changed = true;
                }
            }
            b' ' | b'\t' | b'\n' | b'\r' => {}
            _ => comma = None,
        }
        at = end;
    }
    // Blanking never cuts a character: comments end at ASCII bytes.
    String::from_utf8(bytes).ok().filter(|_| changed)
}

/// Where the string or comment that begins at `at` ends; anything else is one byte long.
fn token_end(bytes: &[u8], at: usize) -> usize {
    let find = |from: usize, end: &[u8]| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.windows(end.len())
            .position(|w| w == end)
            .map(|n| from + n)
    };
    match (bytes[at], bytes.get(at + 1)) {
        (b'"', _) => string_end(bytes, at),
        (b'/', Some(b'/')) | (b'#', _) => find(at, b"\n").unwrap_or(bytes.len()),
        (b'/', Some(b'*')) => find(at + 2, b"*/").map_or(bytes.len(), |n| n + 2),
        _ => at + 1,
    }
}

fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\\' => end += 2,
            b'"' => return end + 1,
            _ => end += 1,
        }
    }
    bytes.len()
}

fn blank(comment: &mut [u8]) {
    for byte in comment.iter_mut().filter(|b| **b != b'\n' && **b != b'\r') {
        *byte = b' ';
    }
}
