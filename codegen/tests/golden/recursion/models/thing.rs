//! `Thing`.

use super::Friend;
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `parent`.
    pub parent: Option<Box<Thing>>,
    /// `children`.
    pub children: Vec<Thing>,
    /// `friend`.
    pub friend: Option<Friend>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    pub fn new(children: impl IntoIterator<Item = Thing>) -> Self {
        Self {
            children: children.into_iter().collect(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            parent: None,
            children: runtime::Wire::blank(),
            friend: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("parent", "parent"),
                runtime::Field::required("children", "children"),
                runtime::Field::optional("friend", "friend"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.parent,
            1 => &self.children,
            _ => &self.friend,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.parent,
            1 => &mut self.children,
            _ => &mut self.friend,
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
