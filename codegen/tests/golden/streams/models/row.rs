//! `Row`.

use crate::runtime::{self, Extra};

/// The schema `Row`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// `n`.
    pub n: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Row {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `n`.
    pub fn with_n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }
}

impl runtime::Object for Row {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Row",
            fields: &[runtime::Field::optional("n", "n")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.n
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.n
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Row, Row::default);
