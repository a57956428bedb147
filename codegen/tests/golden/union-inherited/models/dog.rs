//! `Dog`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Dog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
    /// `owner`.
    pub owner: Option<Box<Thing>>,
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
            name: None,
            owner: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Dog {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Dog",
            fields: &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("owner", "owner"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.name,
            _ => &self.owner,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.name,
            _ => &mut self.owner,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Dog, Dog::blank);
