//! `Third`.

use crate::runtime;

/// The schema `Third`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Third {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl Third {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for Third {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::A,
            "b" => Self::B,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(Third);
