//! `Row`.

use crate::runtime::{self, Extra};

/// The schema `Row`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// `n`.
    pub n: i64,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Row {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(n: i64) -> Self {
        Self {
            n,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Row {
    #[inline]
    fn blank() -> Self {
        Self {
            n: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Row",
            &[runtime::Field::required("n", "n")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.n,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.n,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Row);
