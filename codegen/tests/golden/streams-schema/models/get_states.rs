//! `getStates`.

use crate::runtime;

/// The value of `getStates`.
#[derive(Clone)]
#[non_exhaustive]
pub enum GetStatesResponse {
    /// `on`
    On,
    /// `off`
    Off,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl GetStatesResponse {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for GetStatesResponse {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "on" => Self::On,
            "off" => Self::Off,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(GetStatesResponse);
