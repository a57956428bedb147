//! `Receipt`.

use crate::runtime::{self, Extra};

/// The schema `Receipt`.
#[derive(Clone, Default, PartialEq)]
pub struct Receipt {
    /// `count`.
    pub count: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Receipt {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `count`.
    pub fn with_count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }
}

impl runtime::Object for Receipt {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Receipt",
            fields: &[runtime::Field::optional("count", "count")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.count
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.count
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Receipt, Receipt::default);
