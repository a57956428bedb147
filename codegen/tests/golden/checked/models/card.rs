//! `Card`.

use crate::runtime::{self, Extra};

/// The schema `Card`.
#[derive(Clone, PartialEq)]
pub struct Card {
    /// `number`.
    ///
    /// Bounds: `minLength: 2`.
    pub number: String,
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
    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
    fn blank() -> Self {
        Self {
            number: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Card {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Card",
            fields: &[
                runtime::Field::required("number", "number")
                    .bounded(&[runtime::Bound::MinLength(2)]),
            ],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.number
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.number
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Card, Card::blank);
