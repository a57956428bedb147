//! `Address`.

use crate::runtime::{self, Extra};

/// Of more groups than a line names.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// `street`.
    pub street: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Address {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Address {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Address",
            fields: &[runtime::Field::optional("street", "street")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.street
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.street
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Address, Address::default);
