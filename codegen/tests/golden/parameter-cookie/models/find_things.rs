//! `findThings`.

use crate::runtime;

/// The value of `findThings`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FindThingsTheme {
    /// `light`
    Light,
    /// `dark`
    Dark,
}

impl FindThingsTheme {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
    fn known(text: &str) -> Option<Self> {
        match text {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

runtime::closed_text!(FindThingsTheme, FindThingsTheme::Light);
