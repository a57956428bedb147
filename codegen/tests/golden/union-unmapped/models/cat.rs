//! `Cat`.

use crate::runtime::{self, Extra};

/// The schema `Cat`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `lives`.
    pub lives: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Cat {
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
            lives: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Cat {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Cat",
            fields: &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("lives", "lives"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            _ => &self.lives,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
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

runtime::object!(Cat, Cat::blank);
