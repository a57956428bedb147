//! `Near`.

use crate::runtime::{self, Extra};

/// The schema `Near`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Near {
    /// `far`.
    pub far: Option<bool>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Near {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Near {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Near",
            fields: &[runtime::Field::optional("far", "far")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.far
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.far
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Near, Near::default);
