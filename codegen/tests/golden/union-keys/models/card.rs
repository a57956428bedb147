//! `Card`.

use crate::runtime::{self, Extra};

/// The schema `Card`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// `number`.
    pub number: String,
    /// `brand`.
    pub brand: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Card {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Card {
    #[inline]
    fn blank() -> Self {
        Self {
            number: runtime::Wire::blank(),
            brand: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Card",
            &[
                runtime::Field::required("number", "number"),
                runtime::Field::optional("brand", "brand"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.number,
            1 => &self.brand,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.number,
            1 => &mut self.brand,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Card);
