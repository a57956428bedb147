//! `Range`.

use crate::runtime::{self, Extra};

/// The schema `Range`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Range {
    /// `unit`.
    pub unit: Option<String>,
    /// `first`.
    pub first: Option<i64>,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Range {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Range {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Range",
            fields: &[
                runtime::Field::optional("unit", "unit"),
                runtime::Field::optional("first", "first"),
                runtime::Field::optional("tags", "tags"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.unit,
            1 => &self.first,
            _ => &self.tags,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.unit,
            1 => &mut self.first,
            _ => &mut self.tags,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Range, Range::default);
