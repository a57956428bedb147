//! How a type meets JSON. In: a [`Reader`] or a value; out: a value or a [`Writer`]. Invariant: nothing here is generic
//! beyond the one line a container must be, so that a type costs its users a vtable and not a parser; what a struct or a
//! union needs beside its table is written once, in the methods that [`Wire`] provides.

// [check]
use super::bounds::{Bounds, Checker};
// [end]
use super::json::{Reader, Writer};
use super::object::{ExtraSlot, Shape};
use super::union::UnionShape;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A type that can be read from JSON and written to it.
///
/// Reading fills a placeholder in place. Errors stay in the reader, and reading on after one does nothing; so the
/// implementations are plain calls. A struct gives its table and access to its properties, a union its table and access
/// to its branch; everything else has its own [`Wire::read`] and [`Wire::write`].
pub trait Wire: Dynamic + 'static {
    /// A placeholder to read into. It is never seen by a caller: a value that was not read is an error.
    fn blank() -> Self
    where
        Self: Sized;

    /// What it is made of.
    fn table(&self) -> Table {
        Table::None
    }

    /// The property of a struct with this number, or the value of a union.
    fn slot(&self, _index: usize) -> &dyn Wire {
        self.as_wire()
    }

    /// The property of a struct with this number.
    fn slot_mut(&mut self, _index: usize) -> &mut dyn Wire {
        self.as_wire_mut()
    }

    /// Makes a union the branch with this number, or the one for values that fit none, and reads it.
    fn read_branch(&mut self, _index: usize, r: &mut Reader<'_>) {
        r.fail("a value of one of the branches");
    }

    /// Reads the next value.
    fn read(&mut self, r: &mut Reader<'_>) {
        r.compound(self.as_wire_mut());
    }

    /// Writes the value.
    fn write(&self, w: &mut Writer) {
        w.compound(self.as_wire());
    }

    // [check]
    /// Looks whether the value keeps to bounds, and what is in it to those of its type.
    fn check(&self, bounds: &'static Bounds, c: &mut Checker) {
        c.compound(self.as_wire(), bounds);
    }
    // [end]

    /// What a map gives as the place for the keys that a struct has no property for.
    fn extra(&self) -> Option<&dyn ExtraSlot> {
        None
    }

    /// As [`Wire::extra`], to be changed.
    fn extra_mut(&mut self) -> Option<&mut dyn ExtraSlot> {
        None
    }

    /// Whether `null` is a value of this type. An `Option` around such a type tells absent from `null`.
    fn takes_null() -> bool
    where
        Self: Sized,
    {
        false
    }
}

/// What a type is made of, as far as the runtime goes through it.
#[derive(Clone, Copy, Debug)]
pub enum Table {
    /// It reads and writes itself.
    None,
    /// Properties.
    Object(&'static Shape),
    /// Branches.
    Union(&'static UnionShape),
}

/// Every [`Wire`] type, as one.
pub trait Dynamic {
    /// Itself.
    fn as_wire(&self) -> &dyn Wire;

    /// Itself.
    fn as_wire_mut(&mut self) -> &mut dyn Wire;
}

impl<T: Wire> Dynamic for T {
    fn as_wire(&self) -> &dyn Wire {
        self
    }

    fn as_wire_mut(&mut self) -> &mut dyn Wire {
        self
    }
}

/// A type that can be the key of a map.
pub trait Key: Ord + 'static {
    /// The key for a JSON key; `None` if it is not one of the allowed.
    fn from_key(text: &str) -> Option<Self>
    where
        Self: Sized;

    /// The JSON key.
    fn to_key(&self) -> Cow<'_, str>;
}

impl Key for String {
    fn from_key(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn to_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl<T: Wire> Wire for Box<T> {
    fn blank() -> Self {
        Box::new(T::blank())
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        (**self).read(r);
    }

    fn write(&self, w: &mut Writer) {
        (**self).write(w);
    }

    // [check]
    fn check(&self, bounds: &'static Bounds, c: &mut Checker) {
        (**self).check(bounds, c);
    }
    // [end]

    fn takes_null() -> bool {
        T::takes_null()
    }
}

impl<T: Wire> Wire for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        if !T::takes_null() && r.take_null() {
            *self = None;
        } else {
            // Read where it stays: models are large.
            self.insert(T::blank()).read(r);
        }
    }

    fn write(&self, w: &mut Writer) {
        match self {
            None => w.none(),
            Some(value) => {
                if T::takes_null() {
                    w.present();
                }
                value.write(w);
            }
        }
    }

    // [check]
    fn check(&self, bounds: &'static Bounds, c: &mut Checker) {
        if let Some(value) = self {
            value.check(bounds, c);
        }
    }
    // [end]

    fn takes_null() -> bool {
        true
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        self.clear();
        if r.open_array() {
            while r.next_item(self.len()) {
                self.push(T::blank());
                if let Some(item) = self.last_mut() {
                    item.read(r);
                }
            }
        }
    }

    fn write(&self, w: &mut Writer) {
        w.open_array();
        for item in self {
            w.item();
            item.write(w);
        }
        w.close_array();
    }

    // [check]
    fn check(&self, bounds: &'static Bounds, c: &mut Checker) {
        c.apply(bounds, &|w| self.write(w));
        for (index, item) in self.iter().enumerate() {
            c.index(index, item, bounds.inner());
        }
    }
    // [end]
}

impl<K: Key, T: Wire> Wire for BTreeMap<K, T> {
    fn blank() -> Self {
        BTreeMap::new()
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        self.clear();
        if r.open_object("an object") {
            while let Some(key) = r.next_key() {
                read_entry(self, &key, r);
                r.leave_entry(&key);
            }
        }
    }

    fn write(&self, w: &mut Writer) {
        w.open_map();
        for (key, value) in self {
            w.key(&key.to_key());
            value.write(w);
        }
        w.close_map();
    }

    // [check]
    fn check(&self, bounds: &'static Bounds, c: &mut Checker) {
        c.apply(bounds, &|w| self.write(w));
        for (key, value) in self {
            c.key(&key.to_key(), value, bounds.inner());
        }
    }
    // [end]

    fn extra(&self) -> Option<&dyn ExtraSlot> {
        Some(self)
    }

    fn extra_mut(&mut self) -> Option<&mut dyn ExtraSlot> {
        Some(self)
    }
}

/// Reads the value of one key into a map.
pub(super) fn read_entry<K: Key, T: Wire>(map: &mut BTreeMap<K, T>, key: &str, r: &mut Reader<'_>) {
    match K::from_key(key) {
        Some(known) => {
            map.insert(known, r.value());
        }
        None => r.fail("one of the keys the schema lists"),
    }
}
