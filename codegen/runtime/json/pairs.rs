//! The pairs of an object, before it is read. In: text and where the object begins; out: each key, and what its value is
//! and where it stands. Invariant: of what is nested only brackets and quotes are looked at, so a pair may come of text
//! that is no JSON; whoever goes through the pairs reads the object afterwards.

use super::reader::{Kind, Reader};
use super::scan;
use std::borrow::Cow;
use std::ops::Range;

/// Goes through the pairs of an object.
pub(in super::super) struct Pairs<'a> {
    text: &'a str,
    at: usize,
    first: bool,
    /// Whether the end of the object was reached.
    pub(in super::super) ended: bool,
}

/// A key and its value.
pub(in super::super) struct Pair<'a> {
    /// What kind of value it has.
    pub(in super::super) kind: Kind,
    key: Quoted<'a>,
    value: Range<usize>,
    text: &'a str,
}

/// A text between its quotes.
struct Quoted<'a> {
    /// As it is written.
    bytes: &'a [u8],
    /// Whether it has to be read to be known.
    escaped: bool,
}

impl<'a> Pairs<'a> {
    /// The pairs of the object that begins at `at`.
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Pairs {
            text,
            at: at + 1,
            first: true,
            ended: false,
        }
    }
}

impl<'a> Pair<'a> {
    /// Whether this is its key.
    #[inline]
    pub(in super::super) fn is(&self, name: &str) -> bool {
        self.key.is(name)
    }

    /// The key.
    pub(in super::super) fn name(&self) -> Cow<'a, str> {
        self.key.read()
    }

    /// The value as it is written.
    pub(in super::super) fn value(&self) -> &'a str {
        self.text.get(self.value.clone()).unwrap_or_default()
    }
}

impl<'a> Quoted<'a> {
    /// The text whose opening quote is before `from`, and where it ends.
    #[inline(always)]
    fn at(bytes: &'a [u8], from: usize) -> Option<(Self, usize)> {
        let plain = scan::plain(bytes, from);
        let escaped = bytes.get(plain) != Some(&b'"');
        let end = if escaped {
            scan::skip_escapes(bytes, plain).ok()?
        } else {
            plain + 1
        };
        let bytes = bytes.get(from..end - 1)?;
        Some((Quoted { bytes, escaped }, end))
    }

    #[inline]
    fn is(&self, text: &str) -> bool {
        if self.escaped {
            self.read() == text
        } else {
            self.bytes == text.as_bytes()
        }
    }

    fn read(&self) -> Cow<'a, str> {
        if !self.escaped
            && let Ok(text) = std::str::from_utf8(self.bytes)
        {
            return Cow::Borrowed(text);
        }
        let quoted = [b"\"", self.bytes, b"\""].concat();
        let quoted = String::from_utf8_lossy(&quoted);
        Cow::Owned(Reader::new(&quoted).string().into_owned())
    }
}

/// Where the value of a key stands, of the object that begins at `from`. What the other values are is not looked at.
pub(super) fn value_of(text: &str, from: usize, key: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (from, 0usize);
    loop {
        match bytes.get(at)? {
            b'"' => {
                let (quoted, end) = Quoted::at(bytes, at + 1)?;
                at = end;
                if depth == 1 && quoted.is(key) {
                    at = scan::space(bytes, at);
                    if bytes.get(at) == Some(&b':') {
                        return Some(scan::space(bytes, at + 1));
                    }
                }
            }
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1).filter(|depth| *depth > 0)?;
                at += 1;
            }
            _ => at += 1,
        }
    }
}

impl<'a> Iterator for Pairs<'a> {
    type Item = Pair<'a>;

    #[inline]
    fn next(&mut self) -> Option<Pair<'a>> {
        let bytes = self.text.as_bytes();
        let mut at = scan::space(bytes, self.at);
        match bytes.get(at)? {
            b'}' => {
                self.ended = true;
                return None;
            }
            b',' if !self.first => at = scan::space(bytes, at + 1),
            _ => {}
        }
        self.first = false;
        if bytes.get(at) != Some(&b'"') {
            return None;
        }
        let (key, end) = Quoted::at(bytes, at + 1)?;
        at = scan::space(bytes, end);
        if bytes.get(at) != Some(&b':') {
            return None;
        }
        at = scan::space(bytes, at + 1);
        let (kind, after) = value(self.text, at)?;
        self.at = after;
        Some(Pair {
            key,
            kind,
            value: at..after,
            text: self.text,
        })
    }
}

/// What the value at `at` is, and where it ends.
#[inline]
fn value(text: &str, at: usize) -> Option<(Kind, usize)> {
    let bytes = text.as_bytes();
    Some(match bytes.get(at)? {
        b'"' => (Kind::String, scan::skip_string(bytes, at + 1).ok()?),
        b'{' => (Kind::Object, scan::skip_nested(bytes, at)?),
        b'[' => (Kind::Array, scan::skip_nested(bytes, at)?),
        b'n' => (Kind::Null, at + "null".len()),
        b't' => (Kind::Bool, at + "true".len()),
        b'f' => (Kind::Bool, at + "false".len()),
        _ => {
            let end = scan::number(bytes, at)?;
            let whole = scan::is_whole(&text[at..end]);
            (if whole { Kind::Integer } else { Kind::Number }, end)
        }
    })
}
