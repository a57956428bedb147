//! `listCats`.

use crate::runtime;

/// The value of `listCats`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ListCatsOrder {
    /// `name`
    Name,
    /// `age`
    Age,
}

impl ListCatsOrder {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Name => "name",
            Self::Age => "age",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "name" => Some(Self::Name),
            "age" => Some(Self::Age),
            _ => None,
        }
    }
}

runtime::closed_text!(ListCatsOrder, ListCatsOrder::Name);
