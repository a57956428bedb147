//! `Pet`.

use crate::runtime::{self, Extra};

/// The schema `Pet`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `id`.
    pub id: i64,
    /// `kind`.
    pub kind: Option<PetKind>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Pet {
    /// One with the properties that must be there.
    pub fn new(id: i64) -> Self {
        Self { id, ..Self::blank() }
    }
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            kind: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Pet {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Pet",
            fields: &[
                runtime::Field::required("id", "id"),
                runtime::Field::optional("kind", "kind"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            _ => &self.kind,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            _ => &mut self.kind,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Pet, Pet::blank);

/// The value of `Pet.kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PetKind {
    /// `cat`
    Cat,
    /// `dog`
    Dog,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl PetKind {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cat => "cat",
            Self::Dog => "dog",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for PetKind {
    fn from(text: &str) -> Self {
        match text {
            "cat" => Self::Cat,
            "dog" => Self::Dog,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(PetKind);
