//! `addThing`.

use crate::runtime::{self, Extra};

/// The value of `addThing`.
#[derive(Clone, PartialEq)]
pub struct AddThingBody {
    /// `name`.
    pub name: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddThingBody {
    /// One with the properties that must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            name: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for AddThingBody {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "AddThingBody",
            fields: &[runtime::Field::required("name", "name")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.name
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.name
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(AddThingBody, AddThingBody::blank);
