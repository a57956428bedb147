//! What all enums share. In: a list of wire values and a text; out: a position, or an error that lists them. Invariant:
//! the comparison is exact, case and all.

use std::fmt::{self, Display, Formatter};

/// Where a text stands in a list of values.
#[inline(never)]
pub fn position(values: &[&str], text: &str) -> Option<usize> {
    values.iter().position(|value| *value == text)
}

/// A value that is none of those the document lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    name: &'static str,
    value: String,
}

impl UnknownValue {
    /// A value that the enum `name` does not have.
    pub fn new(name: &'static str, value: &str) -> Self {
        UnknownValue {
            name,
            value: value.to_owned(),
        }
    }

    /// The value.
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl Display for UnknownValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no value of {}", self.value, self.name)
    }
}

impl std::error::Error for UnknownValue {}
