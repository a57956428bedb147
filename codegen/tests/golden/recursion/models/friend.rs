//! `Friend`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Friend`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Friend {
    /// `best`.
    pub best: Option<Box<Thing>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Friend {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Friend {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Friend",
            fields: &[runtime::Field::optional("best", "best")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.best
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.best
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Friend, Friend::default);
