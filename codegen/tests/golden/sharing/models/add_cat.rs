//! `addCat`.

use super::ListCatsNotFound;
use crate::runtime::{self, Extra};

/// The value of `addCat`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCatBody {
    /// `collar`.
    pub collar: Option<AddCatBodyCollar>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddCatBody {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `collar`.
    #[inline]
    pub fn with_collar(mut self, collar: AddCatBodyCollar) -> Self {
        self.collar = Some(collar);
        self
    }
}

impl runtime::Wire for AddCatBody {
    #[inline]
    fn blank() -> Self {
        Self {
            collar: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddCatBody",
            &[runtime::Field::optional("collar", "collar")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.collar,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.collar,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddCatBody, Default);

/// The value of `addCat`, which is like that of `listCats`.
pub type AddCatNotFound = ListCatsNotFound;

/// The value of `addCat.collar`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCatBodyCollar {
    /// `size`.
    pub size: AddCatBodyCollarSize,
    /// `colour`.
    pub colour: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddCatBodyCollar {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(size: impl Into<AddCatBodyCollarSize>) -> Self {
        Self {
            size: size.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `colour`.
    #[inline]
    pub fn with_colour(mut self, colour: impl Into<String>) -> Self {
        self.colour = Some(colour.into());
        self
    }
}

impl runtime::Wire for AddCatBodyCollar {
    #[inline]
    fn blank() -> Self {
        Self {
            size: runtime::Wire::blank(),
            colour: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddCatBodyCollar",
            &[
                runtime::Field::required("size", "size"),
                runtime::Field::optional("colour", "colour"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.size,
            1 => &self.colour,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.size,
            1 => &mut self.colour,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddCatBodyCollar);

/// The value of `addCat.collar.size`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum AddCatBodyCollarSize {
    /// `small`
    Small,
    /// `large`
    Large,
}

impl AddCatBodyCollarSize {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "small" => Some(Self::Small),
            "large" => Some(Self::Large),
            _ => None,
        }
    }
}

runtime::closed_text!(AddCatBodyCollarSize, AddCatBodyCollarSize::Small);
