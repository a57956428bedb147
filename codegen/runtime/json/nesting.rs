//! What stands between brackets. In: the reader before an array or object, or within one; out: whether there is another
//! item, and which key is next. Invariant: after the first error there is neither, so every loop ends.

#[cfg(feature = "drift")]
use super::super::drift::{DriftKind, Step};
use super::reader::Reader;
use super::scan;
use super::writer::Label;
use std::borrow::Cow;

/// How deep arrays and objects may be nested.
pub(in super::super) const MAX_DEPTH: u32 = 128;

/// What comes next in an object.
pub(in super::super) enum NextKey<'a> {
    /// The key that was thought to come.
    Likely,
    /// Another key.
    Other(Cow<'a, str>),
    /// Nothing more.
    End,
}

impl<'a> Reader<'a> {
    /// Begins an array: true if there is one. [`Reader::next_item`] goes through it.
    pub fn open_array(&mut self) -> bool {
        self.open(b'[', "an array")
    }

    /// Begins an object: true if there is one. [`Reader::next_key`] goes through it.
    pub fn open_object(&mut self, expected: &str) -> bool {
        self.open(b'{', expected)
    }

    fn open(&mut self, bracket: u8, expected: &str) -> bool {
        if self.peek() != bracket {
            self.fail(expected);
            return false;
        }
        if self.depth == MAX_DEPTH {
            self.fail("less deeply nested JSON");
            return false;
        }
        self.last = self.at;
        self.depth += 1;
        self.at += 1;
        self.fresh = true;
        true
    }

    fn close(&mut self) {
        self.at += 1;
        self.depth = self.depth.saturating_sub(1);
    }

    /// Goes to the next item; `index` is the number of items read so far. False after the last one.
    pub fn next_item(&mut self, index: usize) -> bool {
        if let Some(error) = &mut self.error {
            if index > 0 {
                error.index(index - 1);
            }
            return false;
        }
        #[cfg(feature = "drift")]
        if index > 0 {
            self.notes.leave(self.depth, Step::Any);
        }
        let first = std::mem::take(&mut self.fresh);
        match self.peek() {
            b']' => {
                self.close();
                return false;
            }
            _ if first => return true,
            b',' => self.at += 1,
            _ => {
                self.fail("`,` or `]`");
                return false;
            }
        }
        if self.peek() == b']' {
            self.fail("another item");
        }
        !self.failed()
    }

    /// Goes to the next key and past its colon. `None` after the last one.
    pub fn next_key(&mut self) -> Option<Cow<'a, str>> {
        if !self.begin_key() {
            return None;
        }
        let key = self.string();
        self.colon().then_some(key)
    }

    /// Passes over a key with the comma before it and the colon after it, if it is this one and nothing is between them:
    /// most writers put nothing there.
    #[inline]
    pub(in super::super) fn take_key(&mut self, label: &Label) -> bool {
        let begin = usize::from(self.fresh);
        let rest = self.text.as_bytes().get(self.at..);
        let found = match (label.text().get(begin..), rest) {
            (Some(key), Some(rest)) => !key.is_empty() && rest.starts_with(key),
            _ => false,
        };
        if found {
            self.fresh = false;
            self.last = self.at + 1 - begin;
            self.at += label.text().len() - begin;
        }
        found
    }

    /// As [`Reader::next_key`], where one key is the likeliest: one that stands between quotes as it is.
    pub(in super::super) fn next_key_or(&mut self, likely: &str) -> NextKey<'a> {
        if !self.begin_key() {
            return NextKey::End;
        }
        let from = self.at + 1;
        let end = from + likely.len();
        let bytes = self.text.as_bytes();
        let found = if bytes.get(end) == Some(&b'"') && &bytes[from..end] == likely.as_bytes() {
            self.last = self.at;
            self.at = end + 1;
            NextKey::Likely
        } else {
            NextKey::Other(self.string())
        };
        if self.colon() { found } else { NextKey::End }
    }

    #[inline]
    fn colon(&mut self) -> bool {
        let found = self.peek() == b':';
        if found {
            self.at += 1;
        } else {
            self.fail("`:`");
        }
        found
    }

    /// Goes to the quote of the next key; false after the last one.
    #[inline]
    fn begin_key(&mut self) -> bool {
        // Most writers put nothing between the tokens.
        let rest = self.text.as_bytes().get(self.at..);
        if let Some(b",\"") = rest.and_then(<[u8]>::first_chunk)
            && !self.fresh
        {
            self.at += 1;
            return true;
        }
        self.begin_any_key()
    }

    fn begin_any_key(&mut self) -> bool {
        // Nothing is left after an error, so the next token tells that as well.
        let first = std::mem::take(&mut self.fresh);
        match self.peek() {
            b'}' => {
                self.close();
                return false;
            }
            _ if first => {}
            b',' => self.at += 1,
            _ => {
                self.fail("`,` or `}`");
                return false;
            }
        }
        if self.peek() != b'"' {
            self.fail("a key in quotes");
            return false;
        }
        true
    }

    /// After the value of a key: notes the key if reading the value failed.
    #[inline]
    pub fn leave_key(&mut self, key: &str) {
        if let Some(error) = &mut self.error {
            error.key(key);
        }
        #[cfg(feature = "drift")]
        self.notes.leave(self.depth, Step::Key(key));
    }

    /// The same where keys are not of the document, but of a map.
    #[inline]
    pub fn leave_entry(&mut self, key: &str) {
        if let Some(error) = &mut self.error {
            error.entry(key);
        }
        #[cfg(feature = "drift")]
        self.notes.leave(self.depth, Step::Any);
    }

    /// Notes something about the value that was read last.
    #[cfg(feature = "drift")]
    pub(in super::super) fn note(&mut self, kind: DriftKind) {
        if !self.failed() {
            self.notes.add(kind, self.depth, self.last);
        }
    }

    /// After the value at an index: notes the index if reading the value failed.
    #[inline]
    pub fn leave_item(&mut self, index: usize) {
        if let Some(error) = &mut self.error {
            error.index(index);
        }
        #[cfg(feature = "drift")]
        self.notes.leave(self.depth, Step::Any);
    }

    /// Passes over a value that is read later on: of what is nested only brackets and quotes are looked at.
    pub(in super::super) fn pass(&mut self) {
        if matches!(self.peek(), b'{' | b'[')
            && let Some(end) = scan::skip_nested(self.text.as_bytes(), self.at)
        {
            self.at = end;
        } else {
            self.skip();
        }
    }

    /// Passes over a value of any kind.
    pub fn skip(&mut self) {
        match self.peek() {
            b'"' => match scan::skip_string(self.text.as_bytes(), self.at + 1) {
                Ok(end) => self.at = end,
                Err(place) => self.fail_at(place, "valid text in quotes"),
            },
            b'[' => {
                let mut index = 0;
                if self.open_array() {
                    while self.next_item(index) {
                        self.skip();
                        index += 1;
                    }
                }
            }
            b'{' => self.skip_object(),
            b't' | b'f' => {
                self.boolean();
            }
            b'n' => {
                if !self.take_null() {
                    self.fail("a value");
                }
            }
            _ => {
                self.number("a value");
            }
        }
    }

    fn skip_object(&mut self) {
        if self.open_object("an object") {
            while let Some(key) = self.next_key() {
                self.skip();
                self.leave_key(&key);
            }
        }
    }
}
