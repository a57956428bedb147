//! `Stop`.

use crate::runtime::{self, Extra};

/// The schema `Stop`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Stop {
    /// `type`.
    pub r#type: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Stop {
    /// One with the properties that must be there.
    pub fn new(r#type: impl Into<String>) -> Self {
        Self {
            r#type: r#type.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            r#type: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Stop {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Stop",
            fields: &[runtime::Field::required("type", "type")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.r#type
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.r#type
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Stop, Stop::blank);
