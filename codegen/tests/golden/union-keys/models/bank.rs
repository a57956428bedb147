//! `Bank`.

use crate::runtime;

/// The schema `Bank`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Bank {
    /// `iban`.
    pub iban: String,
}

impl Bank {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(iban: impl Into<String>) -> Self {
        Self { iban: iban.into() }
    }
}

impl runtime::Wire for Bank {
    #[inline]
    fn blank() -> Self {
        Self {
            iban: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::closed(
            "Bank",
            &[runtime::Field::required("iban", "iban")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.iban
    }

    #[inline]
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.iban
    }
}

runtime::object!(Bank);
