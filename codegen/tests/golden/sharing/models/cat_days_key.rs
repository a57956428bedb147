//! `Cat.days.*`.

use crate::runtime;

/// The value of `Cat.days.*`.
#[derive(Clone)]
#[non_exhaustive]
pub enum CatDaysKey {
    /// `mon`
    Mon,
    /// `tue`
    Tue,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl CatDaysKey {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Mon => "mon",
            Self::Tue => "tue",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for CatDaysKey {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "mon" => Self::Mon,
            "tue" => Self::Tue,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(CatDaysKey);

runtime::key!(CatDaysKey, | text | Some(text.into()));
