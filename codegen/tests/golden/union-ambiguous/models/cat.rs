//! `Cat`.

use crate::runtime::{self, Extra};

/// The schema `Cat`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `name`.
    pub name: Option<String>,
    /// `lives`.
    pub lives: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Cat {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Cat {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Cat",
            fields: &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("lives", "lives"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.lives,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.lives,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Cat, Cat::default);
