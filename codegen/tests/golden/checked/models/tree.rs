//! `Tree`.

use crate::runtime;
use std::collections::BTreeMap;

/// The schema `Tree`.
///
/// Bounds: `maxProperties: 2`.
#[derive(Clone, PartialEq)]
pub struct Tree(
    /// The value itself.
    pub BTreeMap<String, Tree>,
);

impl From<BTreeMap<String, Tree>> for Tree {
    #[inline]
    fn from(value: BTreeMap<String, Tree>) -> Self {
        Self(value)
    }
}

runtime::wrapper!(
    Tree, & runtime::Bounds { rules : & [runtime::Bound::MaxProperties(2)], items : None
    }
);

impl Tree {
    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    #[inline]
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
}
