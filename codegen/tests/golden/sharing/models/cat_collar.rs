//! `Cat.collar`.

use super::CatCollarSize;
use crate::runtime::{self, Extra};

/// The value of `Cat.collar`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CatCollar {
    /// `size`.
    pub size: CatCollarSize,
    /// `colour`.
    pub colour: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl CatCollar {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(size: impl Into<CatCollarSize>) -> Self {
        Self {
            size: size.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for CatCollar {
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
            "CatCollar",
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

runtime::object!(CatCollar);
