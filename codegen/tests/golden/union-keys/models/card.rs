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
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            number: runtime::Wire::blank(),
            brand: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Card {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Card",
            fields: &[
                runtime::Field::required("number", "number"),
                runtime::Field::optional("brand", "brand"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.number,
            _ => &self.brand,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.number,
            _ => &mut self.brand,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Card, Card::blank);
