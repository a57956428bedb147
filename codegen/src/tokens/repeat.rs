//! What a repetition of a template goes through. In: what its names stand for; out: an item for each round. Invariant: all
//! of them are lists or iterators, and so end.

use std::collections::BTreeSet;

/// An iterator gives its items.
pub(crate) trait Items: Iterator + Sized {
    /// Itself.
    fn each(self) -> Self {
        self
    }
}

impl<I: Iterator> Items for I {}

/// A list lends its items.
pub(crate) trait List {
    /// Its iterator.
    type Iter<'a>: Iterator
    where
        Self: 'a;

    /// An iterator over the items.
    fn each(&self) -> Self::Iter<'_>;
}

impl<T> List for [T] {
    type Iter<'a>
        = std::slice::Iter<'a, T>
    where
        T: 'a;

    fn each(&self) -> Self::Iter<'_> {
        self.iter()
    }
}

impl<T> List for BTreeSet<T> {
    type Iter<'a>
        = std::collections::btree_set::Iter<'a, T>
    where
        T: 'a;

    fn each(&self) -> Self::Iter<'_> {
        self.iter()
    }
}
