//! `Dog`.

use crate::runtime::{self, Extra};

/// The schema `Dog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Dog {
    /// One with the properties that must be there.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Dog {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Dog",
            fields: &[runtime::Field::required("kind", "kind")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.kind
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.kind
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Dog, Dog::blank);
