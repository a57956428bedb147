//! Where lines break. In: words, boxes and possible breaks; out: text. Oppen's algorithm ("Prettyprinting", 1980), with the
//! breaks that prettyplease knows. Invariant: linear time, and each word is copied once.

mod breaks;

use std::collections::VecDeque;

pub(super) const INDENT: isize = 4;
const MARGIN: isize = 89;
const MIN_SPACE: isize = 60;
/// Wider than any line.
const INFINITY: isize = 0xffff;

/// A place where a line may break, and what is written there if it does or does not.
#[derive(Clone, Copy, Default)]
pub(super) struct Break {
    pub offset: isize,
    pub blank: isize,
    pub before: Option<char>,
    pub after: &'static str,
    pub unbroken: Option<char>,
    pub if_nonempty: bool,
    pub never: bool,
}

#[derive(Clone, Copy)]
enum Token<'a> {
    Word(&'a str),
    Break(Break),
    Begin(isize, bool),
    End,
}

#[derive(Clone, Copy)]
struct Entry<'a> {
    token: Token<'a>,
    size: isize,
}

/// A box that is being written.
#[derive(Clone, Copy)]
enum Frame {
    Fits,
    /// The indentation outside, and whether all breaks break.
    Broken(isize, bool),
}

/// What is written on.
pub(super) struct Paper<'a> {
    out: String,
    space: isize,
    /// Entries that wait, with the index of the first.
    row: VecDeque<Entry<'a>>,
    first: usize,
    left: isize,
    right: isize,
    /// Indices of begins, ends and breaks whose size is not known.
    open: VecDeque<usize>,
    frames: Vec<Frame>,
    indent: isize,
    pending: isize,
}

impl<'a> Paper<'a> {
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            out: String::with_capacity(capacity),
            space: MARGIN,
            row: VecDeque::with_capacity(128),
            first: 0,
            left: 0,
            right: 0,
            open: VecDeque::with_capacity(64),
            frames: Vec::with_capacity(32),
            indent: 0,
            pending: 0,
        }
    }

    /// How much is written.
    pub(super) fn written(&self) -> usize {
        self.out.len()
    }

    /// Ends an item: all of it is written, and the next one begins anew.
    pub(super) fn finish(&mut self) {
        if !self.open.is_empty() {
            self.settle();
            self.advance();
        }
        self.reset();
    }

    /// Takes back what was written since, and begins anew with this text in its place.
    pub(super) fn replace(&mut self, since: usize, text: &str) {
        self.reset();
        self.out.truncate(since);
        self.out.push_str(text);
    }

    /// What was written since.
    pub(super) fn since(&self, start: usize) -> &str {
        &self.out[start..]
    }

    /// The text.
    pub(super) fn into_text(self) -> String {
        self.out
    }

    fn reset(&mut self) {
        self.space = MARGIN;
        self.row.clear();
        self.first = 0;
        self.left = 0;
        self.right = 0;
        self.open.clear();
        self.frames.clear();
        self.indent = 0;
        self.pending = 0;
    }

    fn push(&mut self, token: Token<'a>, size: isize) {
        self.row.push_back(Entry { token, size });
    }

    fn push_open(&mut self, token: Token<'a>, size: isize) {
        self.open.push_back(self.first + self.row.len());
        self.push(token, size);
    }

    fn pop_last(&mut self) {
        self.row.pop_back();
        self.open.pop_back();
    }

    fn restart(&mut self) {
        self.left = 1;
        self.right = 1;
        self.first += self.row.len();
        self.row.clear();
    }

    pub(super) fn cbox(&mut self, offset: isize) {
        self.begin(offset, true);
    }

    pub(super) fn ibox(&mut self, offset: isize) {
        self.begin(offset, false);
    }

    fn begin(&mut self, offset: isize, consistent: bool) {
        if self.open.is_empty() {
            self.restart();
        }
        self.push_open(Token::Begin(offset, consistent), -self.right);
    }

    pub(super) fn end(&mut self) {
        if self.open.is_empty() {
            self.write_end();
            return;
        }
        if let Some(Entry {
            token: Token::Break(at),
            ..
        }) = self.row.back().copied()
        {
            let second = self.row.len().checked_sub(2).map(|i| self.row[i].token);
            if let Some(Token::Begin(..)) = second {
                self.pop_last();
                self.pop_last();
                self.right -= at.blank;
                return;
            }
            if at.if_nonempty {
                self.pop_last();
                self.right -= at.blank;
            }
        }
        self.push_open(Token::End, -1);
    }

    /// Ends a box that breaks if it is wider than `max`.
    pub(super) fn end_with_max_width(&mut self, max: isize) {
        let mut depth = 1;
        for index in self.open.iter().rev() {
            let entry = self.row[index - self.first];
            match entry.token {
                Token::Begin(..) => {
                    depth -= 1;
                    if depth == 0 {
                        if entry.size < 0 && entry.size + self.right > max {
                            self.push(Token::Word(""), INFINITY);
                            self.right += INFINITY;
                        }
                        break;
                    }
                }
                Token::End => depth += 1,
                Token::Break(_) | Token::Word(_) => {}
            }
        }
        self.end();
    }

    pub(super) fn break_(&mut self, at: Break) {
        if self.open.is_empty() {
            self.restart();
        } else {
            self.settle();
        }
        self.push_open(Token::Break(at), -self.right);
        self.right += at.blank;
    }

    pub(super) fn word(&mut self, word: &'a str) {
        if self.open.is_empty() {
            self.write_word(word);
            return;
        }
        let len = word.len() as isize;
        self.push(Token::Word(word), len);
        self.right += len;
        self.check();
    }

    /// Moves the break that was asked for last.
    pub(super) fn offset(&mut self, offset: isize) {
        if let Some(Entry {
            token: Token::Break(at),
            ..
        }) = self.row.back_mut()
        {
            at.offset += offset;
        }
    }

    fn check(&mut self) {
        while self.right - self.left > self.space {
            if self.open.front() == Some(&self.first) {
                self.open.pop_front();
                self.row[0].size = INFINITY;
            }
            self.advance();
            if self.row.is_empty() {
                break;
            }
        }
    }

    fn advance(&mut self) {
        while let Some(entry) = self.row.front().copied() {
            if entry.size < 0 {
                break;
            }
            self.row.pop_front();
            self.first += 1;
            match entry.token {
                Token::Word(word) => {
                    self.left += entry.size;
                    self.write_word(word);
                }
                Token::Break(at) => {
                    self.left += at.blank;
                    self.write_break(at, entry.size);
                }
                Token::Begin(offset, consistent) => {
                    self.write_begin(offset, consistent, entry.size);
                }
                Token::End => self.write_end(),
            }
        }
    }

    /// Gives the entries that end here their size.
    fn settle(&mut self) {
        let mut depth = 0;
        while let Some(&index) = self.open.back() {
            let entry = &mut self.row[index - self.first];
            match entry.token {
                Token::Begin(..) if depth == 0 => break,
                Token::Begin(..) => {
                    entry.size += self.right;
                    depth -= 1;
                }
                Token::End => {
                    entry.size = 1;
                    depth += 1;
                }
                Token::Break(_) | Token::Word(_) => {
                    entry.size += self.right;
                    if depth == 0 {
                        self.open.pop_back();
                        break;
                    }
                }
            }
            self.open.pop_back();
        }
    }

    fn write_begin(&mut self, offset: isize, consistent: bool, size: isize) {
        if size > self.space {
            self.frames.push(Frame::Broken(self.indent, consistent));
            self.indent += offset;
        } else {
            self.frames.push(Frame::Fits);
        }
    }

    fn write_end(&mut self) {
        if let Some(Frame::Broken(indent, _)) = self.frames.pop() {
            self.indent = indent;
        }
    }

    fn write_break(&mut self, at: Break, size: isize) {
        let fits = at.never
            || match self.frames.last() {
                Some(Frame::Fits) => true,
                Some(Frame::Broken(_, true)) => false,
                Some(Frame::Broken(_, false)) | None => size <= self.space,
            };
        if fits {
            self.pending += at.blank;
            self.space -= at.blank;
            if let Some(sign) = at.unbroken {
                self.out.push(sign);
                self.space -= 1;
            }
            return;
        }
        if let Some(sign) = at.before {
            self.write_indent();
            self.out.push(sign);
        }
        self.out.push('\n');
        let indent = self.indent + at.offset;
        self.pending = indent;
        self.space = (MARGIN - indent).max(MIN_SPACE);
        if !at.after.is_empty() {
            self.write_indent();
            self.out.push_str(at.after);
            self.space -= at.after.len() as isize;
        }
    }

    fn write_word(&mut self, word: &str) {
        self.write_indent();
        self.out.push_str(word);
        self.space -= word.len() as isize;
    }

    fn write_indent(&mut self) {
        const BLANK: &str = "                                                                ";
        let mut left = usize::try_from(self.pending).unwrap_or(0);
        while left > 0 {
            let part = left.min(BLANK.len());
            self.out.push_str(&BLANK[..part]);
            left -= part;
        }
        self.pending = 0;
    }
}
