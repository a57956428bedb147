//! `Base`.

use crate::runtime::{self, Extra};

/// The schema `Base`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Base {
    /// `id`.
    pub id: String,
    /// `kind`.
    ///
    /// Bounds: `maxLength: 9`.
    pub kind: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Base {
    /// One with the properties that must be there.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            kind: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Base {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Base",
            fields: &[
                runtime::Field::required("id", "id"),
                runtime::Field::optional("kind", "kind"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            _ => &self.kind,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            _ => &mut self.kind,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Base, Base::blank);
