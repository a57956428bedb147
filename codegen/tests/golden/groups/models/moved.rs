//! `Moved`.

use super::Address;
use crate::runtime::{self, Extra};

/// The schema `Moved`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Moved {
    /// `to`.
    pub to: Option<Address>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Moved {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Moved {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Moved",
            fields: &[runtime::Field::optional("to", "to")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.to
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.to
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Moved, Moved::default);
