//! `putThing`.

use crate::runtime;

/// The value of `putThing`.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PutThingSort {
    /// `asc`
    Up,
    /// `desc`
    Desc,
}

impl PutThingSort {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Up => "asc",
            Self::Desc => "desc",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "asc" => Some(Self::Up),
            "desc" => Some(Self::Desc),
            _ => None,
        }
    }
}

#[allow(non_upper_case_globals)]
impl PutThingSort {
    /// The former name of [`Self::Up`].
    #[deprecated(note = "renamed to `Up`")]
    pub const Asc: Self = Self::Up;
}

runtime::closed_text!(PutThingSort, PutThingSort::Up, derived);
