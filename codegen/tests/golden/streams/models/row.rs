//! `Row`.

use crate::runtime::{self, Extra};

/// The schema `Row`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// `n`.
    pub n: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Row {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `n`.
    #[inline]
    pub fn with_n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }
}

impl runtime::Wire for Row {
    #[inline]
    fn blank() -> Self {
        Self {
            n: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Row",
            &[runtime::Field::optional("n", "n")],
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

runtime::object!(Row, Default);
