//! `value`.

use crate::runtime;

/// The schema `value`.
#[derive(Clone, PartialEq)]
pub struct Tree(
    /// The value itself.
    pub Vec<Tree>,
);

impl From<Vec<Tree>> for Tree {
    #[inline]
    fn from(value: Vec<Tree>) -> Self {
        Self(value)
    }
}

runtime::wrapper!(Tree);

/// The former name of [`Tree`].
#[deprecated(note = "renamed to `Tree`")]
pub type Values = Tree;
