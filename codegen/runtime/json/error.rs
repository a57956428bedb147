//! What went wrong while reading JSON. In: the place and the expectation; out: one clear line. Invariant: no more than a
//! short excerpt of the text is kept, so an error is cheap to hold and safe to log in full.

use std::fmt::{self, Display, Formatter, Write};

/// The most characters of the text that an error quotes.
const EXCERPT: usize = 48;

/// A body that is not what the API's description says: where, what was expected there, and what stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// The innermost step first: they are collected on the way out.
    steps: Vec<Step>,
    expected: String,
    excerpt: String,
    offset: usize,
}

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    /// A key of a map, which is none of the document's.
    Entry(String),
    Index(usize),
    // [events lines]
    /// From a body to one of its lines, for example, counted from one.
    Record(&'static str, usize),
    // [end]
}

impl DecodeError {
    pub(in super::super) fn of(expected: &str, text: &[u8], offset: usize) -> Self {
        DecodeError {
            steps: Vec::new(),
            expected: expected.to_owned(),
            excerpt: excerpt(text.get(offset..).unwrap_or_default()),
            offset,
        }
    }

    pub(super) fn key(&mut self, key: &str) {
        self.steps.push(Step::Key(key.to_owned()));
    }

    pub(super) fn entry(&mut self, key: &str) {
        self.steps.push(Step::Entry(key.to_owned()));
    }

    pub(super) fn index(&mut self, index: usize) {
        self.steps.push(Step::Index(index));
    }

    // [list]
    /// The same error of a value that stands within a document: behind these keys and this index, after so many bytes.
    pub(in super::super) fn within(
        mut self,
        keys: &[&str],
        index: Option<usize>,
        before: usize,
    ) -> Self {
        if let Some(index) = index {
            self.index(index);
        }
        keys.iter().rev().for_each(|key| self.key(key));
        self.offset += before;
        self
    }
    // [end]

    // [events lines]
    /// The same error of a document that stands in a body with others.
    pub(in super::super) fn in_record(mut self, unit: &'static str, number: usize) -> Self {
        self.steps.push(Step::Record(unit, number));
        self
    }

    /// Which of the body's lines, records or events it was, counted from one; where it has any.
    pub fn record(&self) -> Option<usize> {
        match self.steps.last() {
            Some(Step::Record(_, number)) => Some(*number),
            _ => None,
        }
    }
    // [end]

    /// Where in the document: `$.pets[3].id`.
    pub fn path(&self) -> String {
        let mut path = String::from("$");
        for step in self.steps.iter().rev() {
            step.append(&mut path);
        }
        path
    }

    /// The place in terms of the document: a JSON pointer in which `*` stands for an index or a key of a map.
    #[cfg(feature = "drift")]
    pub(in super::super) fn pointer(&self) -> String {
        let steps = self.steps.iter().rev().map(|step| match step {
            Step::Key(key) => format!("/{}", super::super::drift::escaped(key)),
            Step::Entry(_) | Step::Index(_) => "/*".to_owned(),
            // [events lines]
            Step::Record(..) => String::new(),
            // [end]
        });
        steps.collect()
    }

    /// What should have stood there.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The beginning of what stood there; empty at the end of the text.
    pub fn excerpt(&self) -> &str {
        &self.excerpt
    }

    /// The byte of the text at which it stood.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl Step {
    fn append(&self, path: &mut String) {
        match self {
            Step::Index(index) => {
                // Writing into a string cannot fail.
                let _ = write!(path, "[{index}]");
            }
            // [events lines]
            Step::Record(..) => {}
            // [end]
            Step::Key(key) | Step::Entry(key) => append_key(path, key),
        }
    }
}

/// Adds the step to a key.
pub(in super::super) fn append_key(path: &mut String, key: &str) {
    // Writing into a string cannot fail.
    let _ = if plain(key) {
        write!(path, ".{key}")
    } else {
        write!(path, "[{key:?}]")
    };
}

/// Whether a key can stand in a path without quotes.
fn plain(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$'))
}

/// The first characters, without line breaks and other controls.
fn excerpt(rest: &[u8]) -> String {
    let head = &rest[..rest.len().min(EXCERPT * 4)];
    let text = String::from_utf8_lossy(head);
    let mut out: String = text
        .chars()
        .take(EXCERPT)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if out.len() < rest.len() {
        out.push('…');
    }
    out
}

impl Display for DecodeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let path = self.path();
        // [events lines]
        if let Some(Step::Record(unit, number)) = self.steps.last() {
            write!(f, "{unit} {number}: ")?;
        }
        // [end]
        write!(
            f,
            "expected {} at {path} (byte {}), ",
            self.expected, self.offset
        )?;
        if self.excerpt.is_empty() {
            f.write_str("found the end")
        } else {
            write!(f, "found `{}`", self.excerpt)
        }
    }
}

impl std::error::Error for DecodeError {}
