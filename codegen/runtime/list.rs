//! A list on its way. In: the chunks of a body, and the keys that lead to its list; out: the text of one item after the
//! other. Invariant: what is kept is one item and the rest of a chunk, however long the list is. Of what stands beside the
//! list only brackets and quotes are looked at.

use super::json::{self, DecodeError};
use super::listed::Frames;

/// Reads a body as far as it has come.
#[derive(Debug)]
pub(super) struct List {
    path: &'static [&'static str],
    /// What has come and is not done with.
    text: Vec<u8>,
    /// How much of it is done with.
    at: usize,
    /// Where in the body it begins.
    before: usize,
    phase: Phase,
    extent: Extent,
    /// How many items there were.
    count: usize,
}

/// What stands at the place that was reached. Levels are counted in keys of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The value that this many keys lead to.
    Value(usize),
    /// A key, a comma before one, or the end of the object; whether a key may be next, and whether it must.
    Key(usize, bool, bool),
    /// The value of another key.
    Beside(usize),
    /// An item, a comma before one, or the end of the list; whether an item may be next, and whether it must.
    Item(bool, bool),
    /// Within an item.
    Within,
    /// After the list, within objects.
    After,
    /// After the last bracket.
    End,
}

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// There must be more of the body first.
    More,
    /// An item: [`List::read`] reads it.
    Item,
}

/// Where a value ends, found bit by bit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent {
    /// How far it was looked for.
    pub(super) seen: usize,
    /// Whether it began: blanks may stand before it.
    begun: bool,
    depth: usize,
    quoted: bool,
    escaped: bool,
}

impl List {
    pub(super) fn new(path: &'static [&'static str]) -> Self {
        List {
            path,
            text: Vec::new(),
            at: 0,
            before: 0,
            phase: Phase::Value(0),
            extent: Extent::default(),
            count: 0,
        }
    }
}

impl Frames for List {
    fn held(&self) -> usize {
        self.text.len()
    }

    fn push(&mut self, chunk: &[u8]) {
        let done = std::mem::take(&mut self.at);
        self.text.drain(..done);
        self.before += done;
        self.extent.seen = self.extent.seen.saturating_sub(done);
        self.text.extend_from_slice(chunk);
    }

    fn step(&mut self) -> Result<Step, DecodeError> {
        loop {
            if !matches!(self.phase, Phase::Beside(_) | Phase::Within | Phase::After) {
                self.blanks();
            }
            let Some(&byte) = self.text.get(self.at) else {
                return Ok(Step::More);
            };
            match self.phase {
                Phase::Value(level) => {
                    if !self.value(level, byte)? {
                        return Ok(Step::More);
                    }
                }
                Phase::Key(level, may, must) => {
                    if !self.key(level, may, must, byte)? {
                        return Ok(Step::More);
                    }
                }
                Phase::Beside(level) => {
                    if !self.pass() {
                        return Ok(Step::More);
                    }
                    self.go(Phase::Key(level, false, false));
                }
                Phase::Item(may, must) => self.item(may, must, byte)?,
                Phase::Within => {
                    let Some(_) = self.extent.end(&self.text, self.at) else {
                        return Ok(Step::More);
                    };
                    return Ok(Step::Item);
                }
                Phase::After => {
                    if !self.pass() {
                        return Ok(Step::More);
                    }
                    self.phase = Phase::End;
                }
                Phase::End => return Err(self.wrong("the end of the document")),
            }
        }
    }

    /// An error tells its place in the body.
    fn found(&self) -> &[u8] {
        &self.text[self.at..self.extent.seen]
    }

    fn list(&self) -> Option<&'static [&'static str]> {
        Some(self.path)
    }

    fn leave(&mut self, read: Result<(), DecodeError>) -> Result<(), DecodeError> {
        let (start, index) = (self.at, self.count);
        self.at = self.extent.seen;
        self.count += 1;
        self.phase = Phase::Item(false, false);
        read.map_err(|error| error.within(self.path, Some(index), self.before + start))
    }

    fn finish(&mut self) -> Result<Step, DecodeError> {
        match self.phase {
            Phase::End => Ok(Step::More),
            Phase::Value(_) => Err(self.wrong_at(self.text.len(), "a value")),
            Phase::Key(..) => Err(self.wrong_at(self.text.len(), "`,` or `}`")),
            Phase::Item(..) => Err(self.wrong_at(self.text.len(), "`,` or `]`")),
            Phase::Beside(_) | Phase::Within | Phase::After => {
                Err(self.wrong_at(self.text.len(), "more of a value"))
            }
        }
    }

    fn goes_on(&self) -> bool {
        false
    }
}

impl List {
    fn wrong(&self, expected: &str) -> DecodeError {
        self.wrong_at(self.at, expected)
    }

    fn wrong_at(&self, at: usize, expected: &str) -> DecodeError {
        let (keys, index) = match self.phase {
            Phase::Value(level) => (&self.path[..level], None),
            Phase::Key(level, ..) | Phase::Beside(level) => (&self.path[..level], None),
            Phase::Item(..) | Phase::Within => (self.path, Some(self.count)),
            Phase::After | Phase::End => (&self.path[..0], None),
        };
        DecodeError::of(expected, &self.text, at).within(keys, index, self.before)
    }

    fn blanks(&mut self) {
        let mark: &[u8] = "\u{feff}".as_bytes();
        if self.before + self.at == 0 && self.text.starts_with(mark) {
            self.at = mark.len();
        }
        let blanks = self.text[self.at..].iter();
        self.at += blanks.take_while(|byte| is_blank(**byte)).count();
    }

    /// The list, or an object on the way to it. Where there is `null` instead there are no items.
    fn value(&mut self, level: usize, byte: u8) -> Result<bool, DecodeError> {
        let rest = &self.text[self.at..];
        let whole = level == self.path.len();
        match byte {
            b'[' if whole => self.phase = Phase::Item(true, false),
            b'{' if !whole => self.go(Phase::Key(level, true, false)),
            b'n' if rest.len() < 4 && b"null".starts_with(rest) => return Ok(false),
            b'n' if rest.starts_with(b"null") => {
                self.at += 3;
                self.after(level);
            }
            // A mark at the beginning of a text, in pieces.
            0xef if self.before + self.at == 0 && rest.len() < 3 => return Ok(false),
            _ if whole => return Err(self.wrong("an array")),
            _ => return Err(self.wrong("an object")),
        }
        self.at += 1;
        Ok(true)
    }

    fn go(&mut self, phase: Phase) {
        self.phase = phase;
        self.extent = Extent::default();
    }

    /// What is left to pass over, when so many objects are open.
    fn after(&mut self, open: usize) {
        self.phase = match open {
            0 => Phase::End,
            _ => Phase::After,
        };
        self.extent = Extent {
            depth: open,
            seen: self.at + 1,
            ..Extent::default()
        };
    }

    /// A key and its colon; false where they have not come yet.
    fn key(&mut self, level: usize, may: bool, must: bool, byte: u8) -> Result<bool, DecodeError> {
        match byte {
            b'}' if !must => {
                self.after(level);
                self.at += 1;
                return Ok(true);
            }
            b',' if !may => {
                self.at += 1;
                self.phase = Phase::Key(level, true, true);
                return Ok(true);
            }
            b'"' if may => {}
            _ if may => return Err(self.wrong("a key in quotes")),
            _ => return Err(self.wrong("`,` or `}`")),
        }
        let Some(end) = self.extent.end(&self.text, self.at) else {
            return Ok(false);
        };
        let blanks = self.text[end..].iter();
        let blanks = blanks.take_while(|byte| is_blank(**byte)).count();
        match self.text.get(end + blanks) {
            None => {
                self.extent = Extent::default();
                return Ok(false);
            }
            Some(b':') => {}
            Some(_) => return Err(self.wrong("a key and `:`")),
        }
        let mut name = String::new();
        if let Err(error) = json::decode(&self.text[self.at..end], &mut name) {
            let keys = &self.path[..level];
            return Err(error.within(keys, None, self.before + self.at));
        }
        self.at = end + blanks + 1;
        self.go(if name == self.path[level] {
            Phase::Value(level + 1)
        } else {
            Phase::Beside(level)
        });
        Ok(true)
    }

    fn item(&mut self, may: bool, must: bool, byte: u8) -> Result<(), DecodeError> {
        match byte {
            b']' if !must => {
                self.after(self.path.len());
                self.at += 1;
            }
            b',' if !may => {
                self.at += 1;
                self.phase = Phase::Item(true, true);
            }
            _ if may => {
                self.go(Phase::Within);
            }
            _ => return Err(self.wrong("`,` or `]`")),
        }
        Ok(())
    }

    /// Passes over what stands beside the list, and keeps nothing of it; false where its end has not come yet.
    fn pass(&mut self) -> bool {
        match self.extent.end(&self.text, self.at) {
            Some(end) => {
                self.at = end;
                true
            }
            None => {
                // A value without brackets and quotes ends where the next thing begins: one byte of it is kept.
                self.at = self.text.len().saturating_sub(1).max(self.at);
                false
            }
        }
    }
}

impl Extent {
    /// Where the value that begins at `start` ends. It goes on where it left off, as long as the text only grows.
    pub(super) fn end(&mut self, text: &[u8], start: usize) -> Option<usize> {
        let mut at = self.seen.max(start);
        while let Some(&byte) = text.get(at) {
            self.seen = at;
            let blank = is_blank(byte);
            let last = match byte {
                _ if self.escaped => {
                    self.escaped = false;
                    false
                }
                b'\\' if self.quoted => {
                    self.escaped = true;
                    false
                }
                b'"' => {
                    self.quoted = !self.quoted;
                    !self.quoted && self.depth == 0
                }
                _ if self.quoted => false,
                b'{' | b'[' => {
                    self.depth += 1;
                    false
                }
                b'}' | b']' if self.depth == 0 => return Some(at),
                b'}' | b']' => {
                    self.depth -= 1;
                    self.depth == 0
                }
                _ if self.depth == 0 && self.begun && (blank || byte == b',') => return Some(at),
                _ => false,
            };
            if last {
                self.seen = at + 1;
                return Some(at + 1);
            }
            self.begun |= !blank;
            at += 1;
        }
        self.seen = at;
        None
    }
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}
