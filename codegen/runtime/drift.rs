//! Where responses are not as the document says. In: what a reader meets that no model has, and statuses; out: how often,
//! by operation and place. Invariant: a place is made of the document's keys and of those it does not know, and nothing
//! else of a response is kept: no value, no key of a map, no index.

use super::client::Core;
use super::json::{self, DecodeError, Reader};
use super::reply::{Decoded, Reply};
use super::wire::Wire;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most bytes of a place that are kept.
const LONGEST: usize = 1 << 10;

/// How many places are kept apart; what comes beyond is counted in one number.
const MOST: usize = 10_000;

/// How a response differs from the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DriftKind {
    /// A status that the operation does not list.
    UndocumentedStatus(u16),
    /// A body that is not of its type: a required key is missing, or a value is of another kind. This is what was
    /// expected there.
    Misfit(String),
    /// A key that its schema does not name.
    UndeclaredField,
    /// A value that its enum does not list.
    UnknownValue,
}

/// A difference, and how often it was met.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DriftEntry {
    /// The operation's id.
    pub operation: &'static str,
    /// Where in the body, as a JSON pointer in which `*` stands for an index or a key of a map; empty for all of it.
    pub pointer: String,
    /// What it is.
    pub kind: DriftKind,
    /// How often it was met.
    pub count: u64,
}

/// All differences that a client has met, by operation and place. It prints as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    entries: Vec<DriftEntry>,
    more: u64,
}

impl Drift {
    /// The differences, sorted by operation, place and kind.
    pub fn entries(&self) -> &[DriftEntry] {
        &self.entries
    }

    /// How many were met beyond those of which a list is kept.
    pub fn more(&self) -> u64 {
        self.more
    }

    /// Whether everything was as the document says.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Display for DriftKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            DriftKind::UndocumentedStatus(status) => write!(f, "undocumented status {status}"),
            DriftKind::Misfit(expected) => write!(f, "expected {expected}"),
            DriftKind::UndeclaredField => f.write_str("undeclared field"),
            DriftKind::UnknownValue => f.write_str("unknown value"),
        }
    }
}

impl Display for Drift {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let rows = self.entries.iter().map(|entry| {
            let count = entry.count.to_string();
            let operation = entry.operation.to_owned();
            [
                count,
                operation,
                entry.pointer.clone(),
                entry.kind.to_string(),
            ]
        });
        let head = ["count", "operation", "place", "what"].map(str::to_owned);
        let rows: Vec<[String; 4]> = std::iter::once(head).chain(rows).collect();
        let width = |column: usize| {
            let widths = rows.iter().map(|row| row[column].chars().count());
            widths.max().unwrap_or(0)
        };
        let widths = [0, 1, 2].map(width);
        for [count, operation, pointer, what] in &rows {
            let [first, second, third] = widths;
            writeln!(
                f,
                "{count:>first$}  {operation:second$}  {pointer:third$}  {what}"
            )?;
        }
        match self.more {
            0 => Ok(()),
            more => writeln!(f, "and {more} more"),
        }
    }
}

/// Where a client counts what it meets.
#[derive(Debug, Default)]
pub(super) struct Ledger(Mutex<Counts>);

type Place = (&'static str, String, DriftKind);

#[derive(Debug, Default)]
struct Counts {
    places: BTreeMap<Place, u64>,
    more: u64,
}

impl Ledger {
    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, operation: &'static str, mut pointer: String, kind: DriftKind) {
        // Keys that nobody documented may be of any length.
        if pointer.len() > LONGEST {
            pointer.truncate(pointer.floor_char_boundary(LONGEST));
            pointer.push('…');
        }
        let counts = &mut *self.lock();
        let full = counts.places.len() >= MOST;
        let place = (operation, pointer, kind);
        match counts.places.get_mut(&place) {
            Some(count) => *count += 1,
            None if full => counts.more += 1,
            None => {
                counts.places.insert(place, 1);
            }
        }
    }

    /// Reads a value, and counts what is met; `place` is where in the body it stands.
    fn read(
        &self,
        operation: &'static str,
        place: &str,
        text: &[u8],
        into: &mut dyn Wire,
    ) -> Result<(), DecodeError> {
        let (outcome, notes) = json::decode_noting(text, into);
        let add = |pointer: String, kind| self.add(operation, place.to_owned() + &pointer, kind);
        match &outcome {
            Ok(()) => {
                for note in notes.0 {
                    add(note.pointer(), note.kind);
                }
            }
            Err(error) => {
                let kind = DriftKind::Misfit(error.expected().to_owned());
                add(error.pointer(), kind);
            }
        }
        outcome
    }

    fn snapshot(&self) -> Drift {
        let counts = self.lock();
        let entries = counts
            .places
            .iter()
            .map(|((operation, pointer, kind), count)| DriftEntry {
                operation,
                pointer: pointer.clone(),
                kind: kind.clone(),
                count: *count,
            });
        Drift {
            entries: entries.collect(),
            more: counts.more,
        }
    }
}

impl Core {
    /// How responses differed from the document so far.
    pub fn drift(&self) -> Drift {
        self.settings().ledger.snapshot()
    }
}

/// A reply that is watched while it is read.
#[derive(Clone, Debug)]
pub(super) struct Watch {
    ledger: Arc<Ledger>,
    /// Whether its body was read in vain.
    failed: Arc<std::sync::atomic::AtomicBool>,
}

impl Watch {
    pub(super) fn new(ledger: &Arc<Ledger>) -> Self {
        Watch {
            ledger: Arc::clone(ledger),
            failed: Arc::default(),
        }
    }

    /// Reads a body, and counts what is met.
    pub(super) fn read<T: Wire>(&self, reply: &Reply) -> Decoded<T> {
        let mut value = T::blank();
        self.read_into(reply, &mut value)?;
        Ok(value)
    }

    fn read_into(&self, reply: &Reply, into: &mut dyn Wire) -> Result<(), DecodeError> {
        let outcome = (self.ledger).read(reply.operation(), "", reply.body(), into);
        if outcome.is_err() {
            self.failed
                .store(true, std::sync::atomic::Ordering::Relaxed);
        }
        outcome
    }

    // [events list]
    /// Reads a part of a body, and counts what is met.
    pub(super) fn part(
        &self,
        reply: &Reply,
        place: &str,
        text: &[u8],
        into: &mut dyn Wire,
    ) -> Result<(), DecodeError> {
        self.ledger.read(reply.operation(), place, text, into)
    }
    // [end]

    /// Counts a status that nothing is documented of, unless it was the body that could not be read.
    pub(super) fn undocumented(&self, reply: &Reply) {
        if !self.failed.load(std::sync::atomic::Ordering::Relaxed) {
            let kind = DriftKind::UndocumentedStatus(reply.status());
            self.ledger.add(reply.operation(), String::new(), kind);
        }
    }
}

/// What a reader met, with the steps to it as far as they are known: the innermost first.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Note>);

#[derive(Debug)]
struct Note {
    kind: DriftKind,
    steps: Vec<String>,
    /// How deep the array or object is that the next step is one of.
    depth: u32,
    /// Where it stands in the text.
    at: usize,
}

impl Note {
    fn pointer(&self) -> String {
        self.steps
            .iter()
            .rev()
            .map(|step| format!("/{step}"))
            .collect()
    }
}

impl Notes {
    /// Takes a note.
    pub(super) fn add(&mut self, kind: DriftKind, depth: u32, at: usize) {
        let steps = Vec::new();
        self.0.push(Note {
            kind,
            steps,
            depth,
            at,
        });
    }

    /// Where the first value is that its enum does not list: `$.pets[*].kind`.
    #[cfg(feature = "fake")]
    pub(super) fn unlisted(&self) -> Option<String> {
        let mut notes = self.0.iter();
        let note = notes.find(|note| note.kind == DriftKind::UnknownValue)?;
        let steps = note.steps.iter().rev().map(|step| match step.as_str() {
            "*" => "[*]".to_owned(),
            key => format!(".{key}"),
        });
        Some(steps.fold("$".to_owned(), |path, step| path + &step))
    }

    /// The reader leaves a value: a step for all notes that were taken in it.
    #[inline]
    pub(super) fn leave(&mut self, depth: u32, step: Step<'_>) {
        if !self.0.is_empty() {
            self.step(depth, step);
        }
    }

    fn step(&mut self, depth: u32, step: Step<'_>) {
        // Those of values that were left before are of lesser depths, and are not looked at again.
        let recent = (self.0.iter_mut().rev()).take_while(|note| note.depth >= depth);
        for note in recent.filter(|note| note.depth == depth) {
            note.steps.push(match step {
                Step::Key(key) => escaped(key),
                Step::Any => "*".to_owned(),
            });
            note.depth -= 1;
        }
    }

    /// The reader goes back to a place: what stands behind it is read in another way.
    pub(super) fn forget(&mut self, from: usize) {
        self.0.retain(|note| note.at < from);
    }
}

/// A step to a value within another.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    /// A key that the document has, or that it does not know.
    Key(&'a str),
    /// An index, or a key of a map.
    Any,
}

/// A key as it stands in a JSON pointer (RFC 6901).
pub(super) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

// [events list]
/// Where the items of the list at these keys stand; what is in no list stands for itself.
pub(super) fn place(list: Option<&[&str]>) -> String {
    let keys = list.into_iter().flatten();
    let place: String = keys.map(|key| format!("/{}", escaped(key))).collect();
    place + list.map_or("", |_| "/*")
}
// [end]

/// A text that no document lists among the values of an enum.
pub const UNLISTED: &str = "\u{0}unlisted";

/// A number that no document lists among the values of an enum.
pub const UNLISTED_NUMBER: i64 = i64::MIN + 0x5eed;

impl Reader<'_> {
    /// Notes that the value read last is one that its enum does not list, if it is the same kind as `unlisted`.
    pub fn note_unlisted<T>(&mut self, value: &T, unlisted: &T) {
        if std::mem::discriminant(value) == std::mem::discriminant(unlisted) {
            self.note(DriftKind::UnknownValue);
        }
    }
}
