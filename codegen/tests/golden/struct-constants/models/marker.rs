//! `Marker`.

use crate::runtime;

/// The schema `Marker`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Marker {
    /// `kind`.
    pub kind: MarkerKind,
}

impl Marker {
    /// One with the properties that can have only one value.
    #[inline]
    pub fn new() -> Self {
        Self { kind: MarkerKind::Marker }
    }
}

impl runtime::Wire for Marker {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::closed(
            "Marker",
            &[runtime::Field::required("kind", "kind")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.kind
    }

    #[inline]
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.kind
    }
}

runtime::object!(Marker, Default);

/// The value of `Marker.kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum MarkerKind {
    /// `marker`
    Marker,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl MarkerKind {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Marker => "marker",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for MarkerKind {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "marker" => Self::Marker,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(MarkerKind);
