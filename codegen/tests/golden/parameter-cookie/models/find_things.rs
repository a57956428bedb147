//! `findThings`.

use crate::runtime;

/// The value of `findThings`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum FindThingsTheme {
    /// `light`
    Light,
    /// `dark`
    Dark,
}

impl FindThingsTheme {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

runtime::closed_text!(FindThingsTheme, FindThingsTheme::Light);
