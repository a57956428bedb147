//! `Thing`.

use super::{First, Loop};
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `name`.
    pub name: Option<First>,
    /// `loop`.
    pub r#loop: Option<Loop>,
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
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("loop", "loop"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.r#loop,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.r#loop,
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
