//! A pull reader for JSON. In: text; out: one value after the other, on demand. Invariant: after the first error the
//! reader stands at the end, every further read yields a placeholder, and every loop over it ends.

#[cfg(feature = "drift")]
use super::super::drift::Notes;
use super::super::wire::Wire;
use super::error::DecodeError;
use super::pairs::{self, Pairs};
use super::scan;
use std::borrow::Cow;

/// Reads JSON text value by value.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// Where the value that was read last began.
    pub(super) last: usize,
    pub(super) depth: u32,
    /// Whether the bracket of an array or object was just passed.
    pub(super) fresh: bool,
    pub(super) error: Option<Box<DecodeError>>,
    /// How many bytes may be read again, so that no document takes much longer than its length asks for.
    again: usize,
    /// Where texts with escapes are put together, so that each is allocated once and at its length.
    scratch: String,
    #[cfg(feature = "drift")]
    pub(super) notes: Notes,
}

/// How much room there is for a text with escapes at first.
const SCRATCH: usize = 512;

/// How many times the length of a document may be read again.
const AGAIN: usize = 8;

/// A place in the text to come back to.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    at: usize,
    depth: u32,
    fresh: bool,
}

/// Kinds of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number without a fractional part
    Integer,
    /// Any other number
    Number,
    /// Text
    String,
    /// A list
    Array,
    /// An object
    Object,
}

impl<'a> Reader<'a> {
    /// A reader of this text.
    pub fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Reader {
            text,
            at,
            last: at,
            depth: 0,
            fresh: false,
            error: None,
            again: text.len().saturating_mul(AGAIN),
            scratch: String::new(),
            #[cfg(feature = "drift")]
            notes: Notes::default(),
        }
    }

    /// Reads a value of any type.
    #[inline]
    pub fn value<T: Wire>(&mut self) -> T {
        let mut value = T::blank();
        value.read(self);
        value
    }

    /// The first byte of the next token, `0` at the end.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return byte;
            }
            self.at += 1;
        }
        0
    }

    /// The pairs of the object that is next; the reader stays where it is.
    pub(in super::super) fn pairs(&self) -> Pairs<'a> {
        Pairs::new(self.text, self.at)
    }

    /// The value of a key of the object that is next, if it is text; the reader stays where it is.
    pub(in super::super) fn text_of(&self, key: &str) -> Option<Cow<'a, str>> {
        let at = pairs::value_of(self.text, self.at, key)?;
        let mut value = Reader::new(self.text.get(at..)?);
        (value.peek() == b'"').then(|| value.string())
    }

    /// Whether something went wrong before.
    #[inline]
    pub fn failed(&self) -> bool {
        self.error.is_some()
    }

    /// Says that the next value is not what it should be.
    #[cold]
    pub fn fail(&mut self, expected: &str) {
        self.peek();
        self.fail_at(self.at, expected);
    }

    /// Says that the value read last is not what it should be.
    #[cold]
    pub fn fail_last(&mut self, expected: &str) {
        self.fail_at(self.last, expected);
    }

    #[cold]
    pub(super) fn fail_at(&mut self, offset: usize, expected: &str) {
        if self.error.is_none() {
            self.error = Some(Box::new(DecodeError::of(
                expected,
                self.text.as_bytes(),
                offset,
            )));
            self.at = self.text.len();
        }
    }

    /// The outcome: an error if there was one, or if text is left over.
    pub(in super::super) fn finish(mut self) -> Option<Box<DecodeError>> {
        if self.peek() != 0 || self.at < self.text.len() {
            self.fail("the end of the document");
        }
        self.error
    }

    /// Remembers this place.
    pub fn mark(&self) -> Mark {
        Mark {
            at: self.at,
            depth: self.depth,
            fresh: self.fresh,
        }
    }

    /// Goes back to a place, unless something went wrong.
    pub fn rewind(&mut self, mark: Mark) {
        if self.error.is_none() {
            self.at = mark.at;
            self.depth = mark.depth;
            self.fresh = mark.fresh;
        }
    }

    /// Takes an error back and returns to a place before it, if the value there is JSON and was not read too often.
    pub(in super::super) fn retry(&mut self, mark: Mark) -> bool {
        let error = self.error.take();
        #[cfg(feature = "drift")]
        self.notes.forget(mark.at);
        self.rewind(mark);
        self.skip();
        let length = self.at.saturating_sub(mark.at).max(1);
        match (self.failed(), self.again.checked_sub(length)) {
            (false, Some(left)) => {
                self.again = left;
                self.rewind(mark);
                true
            }
            _ => {
                self.error = error;
                self.at = self.text.len();
                false
            }
        }
    }

    /// The text between a place and here.
    pub fn since(&self, mark: Mark) -> &'a str {
        if self.error.is_some() {
            ""
        } else {
            &self.text[mark.at..self.at]
        }
    }

    /// What the next value is; `None` at the end and where no value begins. Numbers with a zero fraction are integers.
    pub fn kind(&mut self) -> Option<Kind> {
        match self.peek() {
            b'n' => Some(Kind::Null),
            b't' | b'f' => Some(Kind::Bool),
            b'"' => Some(Kind::String),
            b'[' => Some(Kind::Array),
            b'{' => Some(Kind::Object),
            b'-' | b'0'..=b'9' => {
                let token = scan::number(self.text.as_bytes(), self.at)?;
                let whole = scan::is_whole(&self.text[self.at..token]);
                Some(if whole { Kind::Integer } else { Kind::Number })
            }
            _ => None,
        }
    }

    /// Takes `null` if it is next.
    pub fn take_null(&mut self) -> bool {
        self.peek() == b'n' && self.word("null")
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        if found {
            self.last = self.at;
            self.at += word.len();
        }
        found
    }

    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> bool {
        match self.peek() {
            b't' if self.word("true") => true,
            b'f' if self.word("false") => false,
            _ => {
                self.fail("a boolean");
                false
            }
        }
    }

    /// Reads text.
    #[inline]
    pub fn string(&mut self) -> Cow<'a, str> {
        match self.plain_string() {
            Some(text) => Cow::Borrowed(text),
            None => self.any_string(),
        }
    }

    /// Takes text that stands between its quotes as it is, if that is next.
    #[inline]
    pub(in super::super) fn plain_string(&mut self) -> Option<&'a str> {
        if self.peek() != b'"' {
            return None;
        }
        let from = self.at + 1;
        let end = scan::plain(self.text.as_bytes(), from);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let text = self.text.get(from..end)?;
        self.last = self.at;
        self.at = end + 1;
        Some(text)
    }

    /// Reads text that has escapes, or says what is wrong with it.
    pub(in super::super) fn any_string(&mut self) -> Cow<'a, str> {
        if self.peek() != b'"' {
            self.fail("a string");
            return Cow::Borrowed("");
        }
        self.last = self.at;
        let from = self.at + 1;
        let end = scan::plain(self.text.as_bytes(), from);
        self.scratch.clear();
        self.scratch.reserve(SCRATCH);
        match scan::unescape(self.text, from, end, &mut self.scratch) {
            Ok(end) => {
                self.at = end;
                Cow::Owned(self.scratch.as_str().to_owned())
            }
            Err(place) => {
                self.fail_at(place, "valid text in quotes");
                Cow::Borrowed("")
            }
        }
    }

    /// Takes a number as it is written.
    pub fn number(&mut self, expected: &str) -> &'a str {
        if !matches!(self.peek(), b'-' | b'0'..=b'9') {
            self.fail(expected);
            return "";
        }
        let Some(end) = scan::number(self.text.as_bytes(), self.at) else {
            self.fail("a valid number");
            return "";
        };
        self.last = self.at;
        self.at = end;
        &self.text[self.last..end]
    }

    /// Takes a number as it is written, and whether it has no fractional part.
    pub(in super::super) fn number_kind(&mut self, expected: &str) -> (&'a str, bool) {
        let token = self.number(expected);
        (token, scan::is_whole(token))
    }

    /// Takes what the writer left in the place of a file.
    pub(in super::super) fn attachment(&mut self) -> usize {
        self.at += 1;
        self.number("the number of a file").parse().unwrap_or(0)
    }
}
