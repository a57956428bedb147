//! `Thing`.

use crate::runtime::{self, Extra, Value};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `numbers`.
    pub numbers: Option<BTreeMap<String, i64>>,
    /// `things`.
    pub things: Option<BTreeMap<String, Thing>>,
    /// `anything`.
    pub anything: Option<BTreeMap<String, Value>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("numbers", "numbers"),
                runtime::Field::optional("things", "things"),
                runtime::Field::optional("anything", "anything"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.numbers,
            1 => &self.things,
            _ => &self.anything,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.numbers,
            1 => &mut self.things,
            _ => &mut self.anything,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::default);
