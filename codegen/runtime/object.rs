//! Objects with known properties. In: a table of properties and access to each by its number; out: reading, writing and
//! `Debug`. Invariant: one loop serves every struct; a struct adds no code of its own but its
//! placeholder and two `match` tables.

use super::bits::Bits;
// [check]
use super::bounds::{Bound, Bounds, Checker};
// [end]
use super::json::{self, Label, Mode, NextKey, Reader, Writer};
use super::wire::{self, Key, Table, Wire};
use std::collections::BTreeMap;
use std::fmt::{self, Formatter};

/// The table of a struct.
#[derive(Debug)]
pub struct Shape {
    /// The name of the Rust type.
    pub name: &'static str,
    /// The properties, by number.
    pub fields: &'static [Field],
    /// Whether it holds more than its properties, in the slot after the last of them.
    pub open: bool,
    // [check]
    /// The bounds of the object as a whole; the inner ones are those of what else it holds.
    pub bounds: &'static Bounds,
    // [end]
}

/// A property.
#[derive(Debug)]
pub struct Field {
    /// The JSON key.
    pub name: &'static str,
    /// The Rust field.
    pub rust: &'static str,
    /// When it is there.
    pub presence: Presence,
    // [check]
    /// Bounds of its value.
    pub bounds: Bounds,
    // [end]
    /// The beginning of the key.
    head: u64,
    /// Whether the key stands between quotes as it is.
    plain: bool,
    /// The key as it is written.
    pub(super) label: Label,
}

/// When a property is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Required,
    /// When it has a value: `None` leaves the key out.
    Optional,
    /// As `Optional`, but never in a request.
    ReadOnly,
    /// Always, but never in a request.
    RequiredReadOnly,
}

impl Field {
    /// A property that is always there.
    pub const fn required(name: &'static str, rust: &'static str) -> Self {
        Field::new(name, rust, Presence::Required)
    }

    /// A property that may be left out.
    pub const fn optional(name: &'static str, rust: &'static str) -> Self {
        Field::new(name, rust, Presence::Optional)
    }

    /// A property that may be left out and that only the server sends.
    pub const fn read_only(name: &'static str, rust: &'static str) -> Self {
        Field::new(name, rust, Presence::ReadOnly)
    }

    /// A property that only the server sends, and always does.
    pub const fn required_read_only(name: &'static str, rust: &'static str) -> Self {
        Field::new(name, rust, Presence::RequiredReadOnly)
    }

    const fn new(name: &'static str, rust: &'static str, presence: Presence) -> Self {
        let plain = json::is_plain_name(name);
        Field {
            name,
            rust,
            presence,
            // [check]
            bounds: Bounds::NONE,
            // [end]
            head: json::head(name),
            plain,
            label: Label::of(name, plain),
        }
    }

    // [check]
    /// The same with bounds of its value.
    #[must_use]
    pub const fn bounded(mut self, rules: &'static [Bound]) -> Self {
        self.bounds.rules = rules;
        self
    }

    /// The same with bounds of what is in its value.
    #[must_use]
    pub const fn each(mut self, items: &'static Bounds) -> Self {
        self.bounds.items = Some(items);
        self
    }
    // [end]

    const fn must_be_there(&self) -> bool {
        matches!(
            self.presence,
            Presence::Required | Presence::RequiredReadOnly
        )
    }

    pub(super) const fn is_sent(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Optional)
    }
}

impl Shape {
    /// The table of a struct that holds nothing but its properties.
    pub const fn closed(name: &'static str, fields: &'static [Field]) -> Self {
        Shape {
            name,
            fields,
            open: false,
            // [check]
            bounds: &Bounds::NONE,
            // [end]
        }
    }

    /// The table of a struct that keeps what it has no property for.
    pub const fn open(name: &'static str, fields: &'static [Field]) -> Self {
        let mut shape = Shape::closed(name, fields);
        shape.open = true;
        shape
    }

    // [check]
    /// The same with bounds of the object as a whole.
    #[must_use]
    pub const fn bounded(mut self, bounds: &'static Bounds) -> Self {
        self.bounds = bounds;
        self
    }
    // [end]

    /// The number of a key, looked for from `hint` on: the keys mostly come in the order of the table.
    fn find(&self, hint: usize, key: &str) -> Option<usize> {
        let head = json::head(key);
        let is = |field: &Field| field.head == head && field.name == key;
        let (before, after) = self.fields.split_at(hint.min(self.fields.len()));
        match after.iter().position(is) {
            Some(index) => Some(before.len() + index),
            None => before.iter().position(is),
        }
    }

    /// What a value holds beside its properties, if it may.
    pub(super) fn extra<'a>(&self, value: &'a dyn Wire) -> Option<&'a dyn ExtraSlot> {
        self.open.then(|| value.slot(self.fields.len()).extra())?
    }

    /// What a value holds beside its properties, if it may.
    fn extra_mut<'a>(&self, value: &'a mut dyn Wire) -> Option<&'a mut dyn ExtraSlot> {
        self.open
            .then(|| value.slot_mut(self.fields.len()).extra_mut())?
    }
}

/// A place for the keys that have no property of their own.
pub trait ExtraSlot {
    /// Forgets what it holds.
    fn clear(&mut self);

    /// Reads the value of a key.
    fn read_entry(&mut self, key: &str, r: &mut Reader<'_>);

    /// After the last key.
    fn finish(&mut self) {}

    /// Whether the document says what such keys hold.
    fn is_declared(&self) -> bool {
        true
    }

    /// Writes the keys and their values.
    fn write_entries(&self, w: &mut Writer);

    // [check]
    /// Checks the values.
    fn check_entries(&self, _: &'static Bounds, _: &mut Checker) {}
    // [end]
}

impl<K: Key, T: Wire> ExtraSlot for BTreeMap<K, T> {
    fn clear(&mut self) {
        BTreeMap::clear(self);
    }

    fn read_entry(&mut self, key: &str, r: &mut Reader<'_>) {
        wire::read_entry(self, key, r);
    }

    fn write_entries(&self, w: &mut Writer) {
        for (key, value) in self {
            w.key(&key.to_key());
            value.write(w);
        }
    }

    // [check]
    fn check_entries(&self, bounds: &'static Bounds, c: &mut Checker) {
        for (key, value) in self {
            c.key(&key.to_key(), value, bounds);
        }
    }
    // [end]
}

impl Reader<'_> {
    /// Reads a value by its table.
    pub fn compound(&mut self, target: &mut dyn Wire) {
        match target.table() {
            Table::Object(shape) => self.object(target, shape),
            Table::Union(shape) => self.union(target, shape),
            Table::None => self.fail("a value that can be read"),
        }
    }

    /// Reads an object into its properties.
    fn object(&mut self, target: &mut dyn Wire, shape: &Shape) {
        let start = self.mark();
        if !self.open_object(shape.name) {
            return;
        }
        if let Some(extra) = shape.extra_mut(target) {
            extra.clear();
        }
        let mut seen = Bits::new(shape.fields.len());
        let (mut next, mut strange) = (0, false);
        loop {
            // The keys mostly come in the order of the table.
            let likely = shape.fields.get(next).filter(|field| field.plain);
            if let Some(field) = likely
                && self.take_key(&field.label)
            {
                target.slot_mut(next).read(self);
                self.leave_key(field.name);
                seen.add(next);
                next += 1;
                continue;
            }
            let key = match likely.map(|field| (field, self.next_key_or(field.name))) {
                Some((field, NextKey::Likely)) => {
                    target.slot_mut(next).read(self);
                    self.leave_key(field.name);
                    seen.add(next);
                    next += 1;
                    continue;
                }
                Some((_, NextKey::Other(key))) => Some(key),
                Some((_, NextKey::End)) => None,
                None => self.next_key(),
            };
            let Some(key) = key else { break };
            match shape.find(next, &key) {
                Some(index) => {
                    target.slot_mut(index).read(self);
                    seen.add(index);
                    next = index + 1;
                }
                None => {
                    strange = true;
                    self.unknown(shape.extra_mut(target), &key);
                    continue;
                }
            }
            self.leave_key(&key);
        }
        if strange && let Some(extra) = shape.extra_mut(target) {
            extra.finish();
        }
        if seen.is_all_of(shape.fields.len()) {
            return;
        }
        let missing = |(index, field): &(usize, &Field)| field.must_be_there() && !seen.has(*index);
        if let Some((_, field)) = shape.fields.iter().enumerate().find(missing) {
            self.fail_missing(start, shape.name, field.name);
        }
    }

    /// Reads the value of a key that has no property of its own.
    fn unknown(&mut self, extra: Option<&mut dyn ExtraSlot>, key: &str) {
        let declared = match extra {
            Some(extra) => {
                extra.read_entry(key, self);
                extra.is_declared()
            }
            None => {
                self.skip();
                false
            }
        };
        if declared {
            return self.leave_entry(key);
        }
        #[cfg(feature = "drift")]
        self.note(super::drift::DriftKind::UndeclaredField);
        self.leave_key(key);
    }

    #[cold]
    fn fail_missing(&mut self, start: super::json::Mark, name: &str, key: &str) {
        self.rewind(start);
        self.fail(&format!("{name} with the key `{key}`"));
    }
}

impl Writer {
    /// Writes a value by its table.
    pub fn compound(&mut self, value: &dyn Wire) {
        match value.table() {
            Table::Object(shape) => self.object(value, shape),
            Table::Union(_) => value.slot(0).write(self),
            Table::None => self.null(),
        }
    }

    /// Writes an object: its properties in their order, then what else it holds.
    fn object(&mut self, value: &dyn Wire, shape: &Shape) {
        let request = matches!(self.mode(), Mode::Request | Mode::Parts);
        self.open_struct(shape.name);
        for (index, field) in shape.fields.iter().enumerate() {
            if request && !field.is_sent() {
                continue;
            }
            self.field(field, !field.must_be_there());
            value.slot(index).write(self);
            self.end_field();
        }
        if let Some(extra) = shape.extra(value) {
            extra.write_entries(self);
        }
        self.close_struct();
    }
}

/// `Debug` for a value of any type: as it stands on the wire.
///
/// # Errors
/// When the formatter fails.
pub fn debug_wire(value: &dyn Wire, f: &mut Formatter<'_>) -> fmt::Result {
    let mut writer = Writer::new(debug_mode(f));
    value.write(&mut writer);
    f.write_str(&String::from_utf8_lossy(&writer.into_bytes()))
}

fn debug_mode(f: &Formatter<'_>) -> Mode {
    if f.alternate() {
        Mode::Pretty
    } else {
        Mode::Debug
    }
}
