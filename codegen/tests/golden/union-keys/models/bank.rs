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
    pub fn new(iban: impl Into<String>) -> Self {
        Self { iban: iban.into() }
    }
    fn blank() -> Self {
        Self {
            iban: runtime::Wire::blank(),
        }
    }
}

impl runtime::Object for Bank {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Bank",
            fields: &[runtime::Field::required("iban", "iban")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.iban
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.iban
    }
}

runtime::object!(Bank, Bank::blank);
