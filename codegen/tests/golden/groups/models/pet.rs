//! `Pet`.

use crate::runtime::{self, Extra};

/// The schema `Pet`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    pub name: Option<String>,
    /// `kind`.
    pub kind: Option<PetKind>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Pet {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Pet {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            kind: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Pet",
            &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("kind", "kind"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.kind,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.kind,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Pet, Default);

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
