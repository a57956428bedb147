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
    pub fn new(kind: impl Into<DogKind>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Dog {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Dog",
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
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Dog, Dog::blank);

/// The value of `Dog.kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    pub fn as_str(&self) -> &str {
        match self {
            Self::Dog => "dog",
            Self::Hound => "hound",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for DogKind {
    fn from(text: &str) -> Self {
        match text {
            "dog" => Self::Dog,
            "hound" => Self::Hound,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(DogKind);
