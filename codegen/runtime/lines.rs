//! Items that have a line or a record each. In: the chunks of a body; out: the text of one item after the other. Invariant:
//! what is kept is one item and the rest of a chunk; every error gets past what it is about.

use super::json::DecodeError;
use super::list::{Extent, Step, is_blank};
use super::listed::Frames;
use std::ops::Range;

/// How the items of a body are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineForm {
    /// An item a line; blank lines are passed over, and the last line may have no end.
    Lines,
    /// An item after each record separator (RFC 7464).
    Records,
}

/// Reads a body as far as it has come.
#[derive(Debug)]
pub(super) struct Lines {
    form: LineForm,
    /// What has come and is not done with.
    text: Vec<u8>,
    /// How much of it is done with.
    at: usize,
    /// How far it was looked through.
    extent: Extent,
    /// The item that was found.
    found: Range<usize>,
    /// How many lines or records there were.
    count: usize,
    place: Place,
}

/// What stands at the place that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The beginning of a line, or what precedes a record.
    Between,
    /// A record.
    Within,
    /// What belongs to no record, and was complained of.
    Stray,
}

/// What begins a record.
const SEPARATOR: u8 = 0x1e;

impl Lines {
    pub(super) fn new(form: LineForm) -> Self {
        Lines {
            form,
            text: Vec::new(),
            at: 0,
            extent: Extent::default(),
            found: 0..0,
            count: 0,
            place: Place::Between,
        }
    }

    /// Goes to the end of the next line that has something in it.
    fn line(&mut self) -> Step {
        loop {
            let from = self.extent.seen.max(self.at);
            let end = self.text[from..].iter().position(|byte| *byte == b'\n');
            let Some(end) = end.map(|end| from + end) else {
                self.extent.seen = self.text.len();
                return Step::More;
            };
            if self.take_line(end, end + 1) {
                return Step::Item;
            }
        }
    }

    /// Takes a line up to `end`; false if there is nothing in it.
    fn take_line(&mut self, end: usize, next: usize) -> bool {
        let mark: &[u8] = "\u{feff}".as_bytes();
        let mut start = self.at;
        if self.count == 0 && self.text[start..end].starts_with(mark) {
            start += mark.len();
        }
        self.count += 1;
        self.at = next;
        self.found = start..end;
        !self.text[start..end].iter().copied().all(is_blank)
    }

    /// Goes to the end of the next record.
    fn record(&mut self) -> Result<Step, DecodeError> {
        loop {
            match self.place {
                Place::Between | Place::Stray => {
                    let blanks = self.text[self.at..].iter();
                    self.at += blanks.take_while(|byte| is_blank(**byte)).count();
                    let start = self.at;
                    let rest = &self.text[start..];
                    let end = rest.iter().position(|byte| *byte == SEPARATOR);
                    self.at = start + end.unwrap_or(rest.len());
                    let stray = self.at > start && self.place == Place::Between;
                    if stray {
                        self.place = Place::Stray;
                        return Err(self.wrong("the beginning of a record", start));
                    }
                    if end.is_none() {
                        return Ok(Step::More);
                    }
                    self.at += 1;
                    self.count += 1;
                    self.place = Place::Within;
                    self.extent = Extent::default();
                }
                Place::Within => {
                    let begin = self.extent.seen.max(self.at);
                    let end = self.text[begin..]
                        .iter()
                        .position(|byte| *byte == SEPARATOR);
                    let end = end.map(|end| begin + end);
                    let known = end.unwrap_or(self.text.len());
                    if let Some(stop) = self.extent.end(&self.text[..known], self.at) {
                        self.found = self.at..stop;
                        self.at = stop;
                        self.place = Place::Between;
                        return Ok(Step::Item);
                    }
                    if end.is_none() {
                        return Ok(Step::More);
                    }
                    self.cut_off(known)?;
                }
            }
        }
    }

    /// A record ends before its value does. One that is empty is none.
    fn cut_off(&mut self, end: usize) -> Result<(), DecodeError> {
        let start = std::mem::replace(&mut self.at, end);
        self.place = Place::Between;
        match self.text[start..end].iter().copied().all(is_blank) {
            true => Ok(()),
            false => Err(self.wrong("all of a record, which is cut off", start)),
        }
    }

    fn wrong(&self, expected: &str, at: usize) -> DecodeError {
        DecodeError::of(expected, &self.text[at..self.at], 0).in_record("record", self.count)
    }
}

impl Frames for Lines {
    fn held(&self) -> usize {
        self.text.len() - self.at
    }

    fn push(&mut self, chunk: &[u8]) {
        let done = std::mem::take(&mut self.at);
        self.text.drain(..done);
        self.extent.seen = self.extent.seen.saturating_sub(done);
        self.text.extend_from_slice(chunk);
    }

    fn step(&mut self) -> Result<Step, DecodeError> {
        match self.form {
            LineForm::Lines => Ok(self.line()),
            LineForm::Records => self.record(),
        }
    }

    fn found(&self) -> &[u8] {
        &self.text[self.found.clone()]
    }

    fn list(&self) -> Option<&'static [&'static str]> {
        None
    }

    /// An error tells the number of the line or record, counted from one, and the place in it.
    fn leave(&mut self, read: Result<(), DecodeError>) -> Result<(), DecodeError> {
        let unit = match self.form {
            LineForm::Lines => "line",
            LineForm::Records => "record",
        };
        read.map_err(|error| error.in_record(unit, self.count))
    }

    fn finish(&mut self) -> Result<Step, DecodeError> {
        let end = self.text.len();
        match (self.form, self.place) {
            (LineForm::Lines, _) if self.at < end && self.take_line(end, end) => Ok(Step::Item),
            (LineForm::Records, Place::Within) => self.cut_off(end).map(|()| Step::More),
            (LineForm::Lines | LineForm::Records, _) => Ok(Step::More),
        }
    }

    fn goes_on(&self) -> bool {
        true
    }
}

/// What a request has whose response has an item in each line or record:
/// `lined!(GetLines, Row, GetLinesError, Lines, "application/jsonl")`.
// Not every API with lists has lines.
#[allow(unused_macros)]
macro_rules! lined {
    ($name:ident, $item:ty, $failure:ty, $form:ident, $accept:literal) => {
        impl $name {
            /// Sends the request and gives the items of its response one by one, each as soon as it has arrived: a
            /// stream. However many they are, only one is in memory.
            ///
            /// One that cannot be decoded is an error that tells its line or record; the next one follows. The time
            /// limits hold until the head of the response has come; then each chunk may take as long as one attempt.
            /// What breaks off later is an error of the next item, not repeated.
            pub fn stream_items(self) -> $crate::runtime::ItemStream<$item, $failure> {
                let form = $crate::runtime::LineForm::$form;
                self.call.stream_lines::<Self, _>(form, $accept)
            }

            /// Sends the request and gives the items of its response one by one, each as soon as it has arrived: an
            /// iterator. Limits are those of `stream_items`.
            #[cfg(feature = "blocking")]
            pub fn stream_items_blocking(
                self,
            ) -> $crate::runtime::ItemStreamBlocking<$item, $failure> {
                let form = $crate::runtime::LineForm::$form;
                self.call.stream_lines_blocking::<Self, _>(form, $accept)
            }
        }
    };
}
pub(crate) use lined;
