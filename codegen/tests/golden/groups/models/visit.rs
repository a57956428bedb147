//! `Visit`.

use super::Owner;
use crate::runtime::{self, Extra};

/// The schema `Visit`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Visit {
    /// `owner`.
    pub owner: Option<Owner>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Visit {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Visit {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Visit",
            fields: &[runtime::Field::optional("owner", "owner")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.owner
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.owner
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Visit, Visit::default);
