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
    /// The key as it is written.
    key: &'a [u8],
    /// Whether the key has to be read to be known.
    escaped: bool,
    value: Range<usize>,
    text: &'a str,
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
        if self.escaped {
            self.name() == name
        } else {
            self.key == name.as_bytes()
        }
    }

    /// The key.
    pub(in super::super) fn name(&self) -> Cow<'a, str> {
        if !self.escaped
            && let Ok(name) = std::str::from_utf8(self.key)
        {
            return Cow::Borrowed(name);
        }
        let quoted = [b"\"", self.key, b"\""].concat();
        let quoted = String::from_utf8_lossy(&quoted);
        Cow::Owned(Reader::new(&quoted).string().into_owned())
    }

    /// The value as it is written.
    pub(in super::super) fn value(&self) -> &'a str {
        self.text.get(self.value.clone()).unwrap_or_default()
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
        let from = at + 1;
        let mut end = scan::plain(bytes, from);
        let escaped = bytes.get(end) != Some(&b'"');
        if escaped {
            end = scan::skip_string(bytes, end).ok()? - 1;
        }
        at = scan::space(bytes, end + 1);
        if bytes.get(at) != Some(&b':') {
            return None;
        }
        at = scan::space(bytes, at + 1);
        let (kind, after) = value(self.text, at)?;
        self.at = after;
        Some(Pair {
            key: &bytes[from..end],
            kind,
            escaped,
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
