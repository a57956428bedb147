//! Properties that the document does not name. In: keys and values as they come; out: the same, in the same order.
//! Invariant: a key is there once, and an empty one costs a pointer.

use super::json::{Reader, Value, Writer};
use super::object::ExtraSlot;
use super::wire::Wire;
use std::collections::HashSet;
use std::fmt::{self, Debug, Formatter};

/// Keys and values beside the known properties, in the order they came in.
#[derive(Clone, Default)]
pub struct Extra {
    entries: Option<Box<Entries>>,
}

type Entry = (String, Value);

/// The list, behind one pointer.
#[derive(Clone, Default)]
struct Entries {
    list: Vec<Entry>,
}

impl Extra {
    /// Nothing.
    pub const fn new() -> Self {
        Extra { entries: None }
    }

    fn entries(&self) -> &[Entry] {
        match &self.entries {
            Some(entries) => &entries.list,
            None => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    }

    /// Sets the value of a key, and gives the one it had.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.set(key.into(), value.into())
    }

    fn set(&mut self, key: String, value: Value) -> Option<Value> {
        let entries = &mut self.entries.get_or_insert_default().list;
        match entries.iter_mut().find(|(name, _)| *name == key) {
            Some((_, old)) => Some(std::mem::replace(old, value)),
            None => {
                entries.push((key, value));
                None
            }
        }
    }

    /// Takes a key away, and gives its value.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let entries = &mut self.entries.as_mut()?.list;
        let index = entries.iter().position(|(name, _)| name == key)?;
        let (_, value) = entries.remove(index);
        if entries.is_empty() {
            self.entries = None;
        }
        Some(value)
    }

    /// The keys and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.entries()
            .iter()
            .map(|(key, value)| (key.as_str(), value))
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries().is_empty()
    }
}

impl ExtraSlot for Extra {
    fn clear(&mut self) {
        self.entries = None;
    }

    fn read_entry(&mut self, key: &str, r: &mut Reader<'_>) {
        let value = r.value();
        self.entries
            .get_or_insert_default()
            .list
            .push((key.to_owned(), value));
    }

    fn is_declared(&self) -> bool {
        false
    }

    fn finish(&mut self) {
        let Some(Entries { list: entries }) = self.entries.as_deref_mut() else {
            return;
        };
        if entries.len() < 2 {
            return;
        }
        // From the end: of a repeated key the last value stays.
        let mut seen = HashSet::with_capacity(entries.len());
        let keep: Vec<bool> = entries
            .iter()
            .rev()
            .map(|(key, _)| seen.insert(key.as_str()))
            .collect();
        if seen.len() < entries.len() {
            let mut keep = keep.into_iter().rev();
            entries.retain(|_| keep.next().unwrap_or(true));
        }
    }

    fn write_entries(&self, w: &mut Writer) {
        for (key, value) in self.entries() {
            w.key(key);
            value.write(w);
        }
    }
}

impl Wire for Extra {
    fn blank() -> Self {
        Extra::new()
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        self.clear();
        if r.open_object("an object") {
            while let Some(key) = r.next_key() {
                self.read_entry(&key, r);
                r.leave_key(&key);
            }
        }
        self.finish();
    }

    fn write(&self, w: &mut Writer) {
        w.open_map();
        self.write_entries(w);
        w.close_map();
    }

    fn extra(&self) -> Option<&dyn ExtraSlot> {
        Some(self)
    }

    fn extra_mut(&mut self) -> Option<&mut dyn ExtraSlot> {
        Some(self)
    }
}

impl PartialEq for Extra {
    /// As JSON objects are equal: whatever the order.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(key, value)| other.get(key) == Some(value))
    }
}

impl Debug for Extra {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut extra = Extra::new();
        for (key, value) in entries {
            extra.insert(key, value);
        }
        extra
    }
}
