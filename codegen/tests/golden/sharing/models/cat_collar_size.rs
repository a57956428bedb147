//! `Cat.collar.size`.

use crate::runtime;

/// The value of `Cat.collar.size`.
#[derive(Clone)]
#[non_exhaustive]
pub enum CatCollarSize {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl CatCollarSize {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for CatCollarSize {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "small" => Self::Small,
            "large" => Self::Large,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(CatCollarSize);
