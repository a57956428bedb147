//! `Order`.

use crate::runtime;

/// The schema `Order`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Order {
    /// `ascending`
    Ascending,
    /// `descending`
    Descending,
}

impl Order {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "ascending" => Some(Self::Ascending),
            "descending" => Some(Self::Descending),
            _ => None,
        }
    }
}

runtime::closed_text!(Order, Order::Ascending);
