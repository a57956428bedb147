//! `Thing`.

use crate::runtime;

/// Where it stands.
#[derive(Clone)]
#[non_exhaustive]
pub enum Thing {
    /// `new`
    New,
    /// `in-use`
    InUse,
    /// `+1`
    Plus1,
    /// ` `
    Empty,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl Thing {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::New => "new",
            Self::InUse => "in-use",
            Self::Plus1 => "+1",
            Self::Empty => "",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for Thing {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "new" => Self::New,
            "in-use" => Self::InUse,
            "+1" => Self::Plus1,
            "" => Self::Empty,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(Thing);
