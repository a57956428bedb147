//! `Card`.

use crate::runtime::{self, Extra};

/// The schema `Card`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
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
    #[inline]
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    #[inline]
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
}

impl runtime::Wire for Card {
    #[inline]
    fn blank() -> Self {
        Self {
            number: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Card",
            &[
                runtime::Field::required("number", "number")
                    .bounded(&[runtime::Bound::MinLength(2)]),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.number,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.number,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Card);
