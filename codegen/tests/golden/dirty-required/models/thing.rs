//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: String,
    /// `part`.
    pub part: Option<ThingPart>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            name: runtime::Wire::blank(),
            part: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("name", "name"),
                runtime::Field::optional("part", "part"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.name,
            _ => &self.part,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.name,
            _ => &mut self.part,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::blank);

/// The value of `Thing.part`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPart {
    /// `name`.
    pub name: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPart {
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

impl runtime::Object for ThingPart {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPart",
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

runtime::object!(ThingPart, ThingPart::blank);
