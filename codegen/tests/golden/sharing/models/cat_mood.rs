//! `Cat.mood`.

use crate::runtime;

/// The value of `Cat.mood`.
#[derive(Clone)]
#[non_exhaustive]
pub enum CatMood {
    /// `calm`
    Calm,
    /// `wild`
    Wild,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl CatMood {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Calm => "calm",
            Self::Wild => "wild",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for CatMood {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "calm" => Self::Calm,
            "wild" => Self::Wild,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(CatMood);
