//! `State`.

use crate::runtime;

/// The schema `State`.
#[derive(Clone)]
#[non_exhaustive]
pub enum State {
    /// `up`
    Up,
    /// `down`
    Down,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl State {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for State {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "up" => Self::Up,
            "down" => Self::Down,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(State);
