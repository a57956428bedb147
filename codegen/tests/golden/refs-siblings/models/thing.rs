//! `Thing`.

use super::Part;
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Said beside the reference.
    pub told: Option<Part>,
    /// `more`.
    pub more: Option<ThingMore>,
    /// `maybe`.
    pub maybe: Option<Option<Part>>,
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
                runtime::Field::optional("told", "told"),
                runtime::Field::optional("more", "more"),
                runtime::Field::optional("maybe", "maybe"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.told,
            1 => &self.more,
            _ => &self.maybe,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.told,
            1 => &mut self.more,
            _ => &mut self.maybe,
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

/// The value of `Thing.more`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingMore {
    /// `name`.
    pub name: String,
    /// `size`.
    pub size: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingMore {
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
            size: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingMore {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingMore",
            fields: &[
                runtime::Field::required("name", "name"),
                runtime::Field::optional("size", "size"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.size,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.size,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingMore, ThingMore::blank);
