//! Where a walk through pages stands. In: a place; out: text to keep, and back. Invariant: the text is all it takes to
//! go on in another process.

use super::url::shown;
use std::fmt::{self, Debug, Display, Formatter};
use std::str::FromStr;

/// The place of a page.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Offset(u64),
    Page(u64),
    Cursor(String),
    Link(String),
}

/// Where a walk through pages stands: what comes next. It is kept as text (`Display`, `FromStr`), and is good for the
/// same operation with the same parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    place: Option<Place>,
    /// How many items of that page were taken already.
    skip: usize,
}

/// Text that is no position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionError(());

impl Display for PositionError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("this text is no position in a list")
    }
}

impl std::error::Error for PositionError {}

impl Position {
    pub(super) fn new(place: Option<Place>, skip: usize) -> Self {
        Position { place, skip }
    }

    pub(super) fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    pub(super) fn skip(&self) -> usize {
        self.skip
    }
}

impl Debug for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Place::Offset(at) => f.debug_tuple("Offset").field(at).finish(),
            Place::Page(at) => f.debug_tuple("Page").field(at).finish(),
            Place::Cursor(at) => f.debug_tuple("Cursor").field(at).finish(),
            // A server may repeat in it what it was asked with, a key among it.
            Place::Link(at) => f.debug_tuple("Link").field(&shown(at)).finish(),
        }
    }
}

impl Display for Position {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.skip)?;
        match &self.place {
            None => f.write_str("start"),
            Some(Place::Offset(at)) => write!(f, "offset {at}"),
            Some(Place::Page(at)) => write!(f, "page {at}"),
            Some(Place::Cursor(at)) => write!(f, "cursor {at}"),
            Some(Place::Link(at)) => write!(f, "link {at}"),
        }
    }
}

impl FromStr for Position {
    type Err = PositionError;

    fn from_str(text: &str) -> Result<Self, PositionError> {
        let wrong = || PositionError(());
        let number = |text: &str| text.parse().map_err(|_| wrong());
        let (skip, rest) = text.split_once(' ').ok_or_else(wrong)?;
        let skip = skip.parse().map_err(|_| wrong())?;
        let place = match rest.split_once(' ') {
            None if rest == "start" => None,
            Some(("offset", at)) => Some(Place::Offset(number(at)?)),
            Some(("page", at)) => Some(Place::Page(number(at)?)),
            Some(("cursor", at)) => Some(Place::Cursor(at.to_owned())),
            Some(("link", at)) => Some(Place::Link(at.to_owned())),
            _ => return Err(wrong()),
        };
        Ok(Position { place, skip })
    }
}
