//! `Tree`.

use crate::runtime;

/// The schema `Tree`.
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
