//! `Colour`.

use crate::runtime;

/// The schema `Colour`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Colour {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl Colour {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Green => "green",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for Colour {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "red" => Self::Red,
            "green" => Self::Green,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(Colour);

runtime::key!(Colour, | text | Some(text.into()));
