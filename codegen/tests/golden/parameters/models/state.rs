//! `State`.

use crate::runtime;

/// The schema `State`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum State {
    /// `on`
    On,
    /// `off`
    Off,
}

impl State {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Off => "off",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "on" => Some(Self::On),
            "off" => Some(Self::Off),
            _ => None,
        }
    }
}

runtime::closed_text!(State, State::On);
