//! `Mutual`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Mutual`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Mutual {
    /// `thing`.
    pub thing: Option<Box<Thing>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Mutual {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Mutual {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Mutual",
            fields: &[runtime::Field::optional("thing", "thing")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.thing
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.thing
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Mutual, Mutual::default);
