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
    #[inline]
    pub fn new(id: i64) -> Self {
        Self {
            id,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Pet {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            kind: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Pet",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::optional("kind", "kind"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.kind,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.kind,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Pet);

/// The value of `Pet.kind`.
#[derive(Clone)]
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
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cat => "cat",
            Self::Dog => "dog",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for PetKind {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "cat" => Self::Cat,
            "dog" => Self::Dog,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(PetKind);
