//! `Dog`.

use crate::runtime::{self, Extra};

/// The schema `Dog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: DogKind,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Dog {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(kind: impl Into<DogKind>) -> Self {
        Self {
            kind: kind.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Dog {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Dog",
            &[runtime::Field::required("kind", "kind")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Dog);

/// The value of `Dog.kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum DogKind {
    /// `dog`
    Dog,
    /// `hound`
    Hound,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl DogKind {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Dog => "dog",
            Self::Hound => "hound",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for DogKind {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "dog" => Self::Dog,
            "hound" => Self::Hound,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(DogKind);
