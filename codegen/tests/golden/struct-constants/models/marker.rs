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
    pub fn new() -> Self {
        Self { kind: MarkerKind::Marker }
    }
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
        }
    }
}

impl Default for Marker {
    fn default() -> Self {
        Self::new()
    }
}

impl runtime::Object for Marker {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Marker",
            fields: &[runtime::Field::required("kind", "kind")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.kind
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.kind
    }
}

runtime::object!(Marker, Marker::blank);

/// The value of `Marker.kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MarkerKind {
    /// `marker`
    Marker,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl MarkerKind {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Marker => "marker",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for MarkerKind {
    fn from(text: &str) -> Self {
        match text {
            "marker" => Self::Marker,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(MarkerKind);
