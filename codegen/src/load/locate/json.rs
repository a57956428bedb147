//! In: JSON text and the places wanted in it. Out: their lines and columns. Invariant: one pass over the bytes, with
//! memory for the open objects and arrays only.

use super::{Spot, Wanted};

/// Finds the wanted places of a text, as far as it is JSON.
pub(super) fn walk(text: &str, wanted: &mut Wanted) {
    let mut frames: Vec<Frame> = Vec::new();
    let mut scanner = Scanner::new(text);
    while let Some((token, spot)) = scanner.next() {
        let is_object = matches!(frames.last(), Some(frame) if frame.index.is_none());
        match token {
            Token::Open(is_array) => {
                let node = value(&mut frames, wanted, spot, true);
                frames.push(Frame {
                    node,
                    index: is_array.then_some(0),
                    key: None,
                });
            }
            Token::Close => {
                frames.pop();
            }
            Token::Comma => {
                if let Some(frame) = frames.last_mut() {
                    frame.key = None;
                    frame.index = frame.index.map(|index| index + 1);
                }
            }
            Token::String(text) => match frames.last_mut() {
                Some(frame) if is_object && frame.key.is_none() => {
                    // Keys of objects that nothing wanted is in need not be read.
                    let key = frame.node.map(|_| unquote(text)).unwrap_or_default();
                    frame.key = Some((key, spot));
                }
                _ => drop(value(&mut frames, wanted, spot, false)),
            },
            Token::Word => drop(value(&mut frames, wanted, spot, false)),
        }
    }
}

/// An open object or array.
struct Frame {
    /// The wanted node it is, if it is one.
    node: Option<usize>,
    /// The number of the current item of an array.
    index: Option<usize>,
    /// The current key of an object.
    key: Option<(String, Spot)>,
}

/// A value begins: notes its place if it is wanted, and says which wanted node it is.
fn value(frames: &mut [Frame], wanted: &mut Wanted, own: Spot, opens: bool) -> Option<usize> {
    let Some(frame) = frames.last() else {
        wanted.found(0, Spot::default(), None);
        return Some(0);
    };
    let parent = frame.node?;
    let (node, spot, key) = match (&frame.index, &frame.key) {
        (Some(index), _) => (wanted.child(parent, &index.to_string())?, own, None),
        (None, Some((key, at))) => {
            let spot = if opens { *at } else { own };
            (wanted.child(parent, key)?, spot, Some(*at))
        }
        (None, None) => return None,
    };
    wanted.found(node, spot, key);
    Some(node)
}

fn unquote(text: &str) -> String {
    serde_json::from_str(text).unwrap_or_else(|_| text.trim_matches('"').to_owned())
}

enum Token<'a> {
    /// The flag says whether it is an array.
    Open(bool),
    Close,
    Comma,
    /// A string with its quotes.
    String(&'a str),
    /// A number, `true`, `false` or `null`.
    Word,
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    fn next(&mut self) -> Option<(Token<'a>, Spot)> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at)?, b' ' | b'\t' | b'\r' | b'\n' | b':') {
            self.advance(self.at + 1);
        }
        let (start, line, column) = (self.at, self.line, self.column);
        let token = match bytes[start] {
            b'{' | b'[' => {
                self.advance(start + 1);
                Token::Open(bytes[start] == b'[')
            }
            b'}' | b']' => {
                self.advance(start + 1);
                Token::Close
            }
            b',' => {
                self.advance(start + 1);
                Token::Comma
            }
            b'"' => {
                self.advance(string_end(bytes, start));
                Token::String(&self.text[start..self.at])
            }
            _ => {
                let rest = &bytes[start..];
                let end = rest.iter().position(|b| b" \t\r\n:,]}[{\"".contains(b));
                self.advance(start + end.unwrap_or(rest.len()).max(1));
                Token::Word
            }
        };
        let spot = Spot {
            line,
            column,
            end_line: self.line,
            end_column: self.column,
        };
        Some((token, spot))
    }

    /// Moves on and counts lines and characters.
    fn advance(&mut self, to: usize) {
        for byte in &self.text.as_bytes()[self.at..to] {
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.column = 1;
                }
                // Continuation bytes belong to the character before.
                0x80..=0xBF => {}
                _ => self.column += 1,
            }
        }
        self.at = to;
    }
}

/// Where the string that begins at `start` ends; a broken one ends with the text.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}
