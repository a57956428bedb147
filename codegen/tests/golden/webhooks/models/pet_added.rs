//! `petAdded`.

use crate::runtime::{self, Extra};

/// The value of `petAdded`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PetAddedFormBody {
    /// `payload`.
    pub payload: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl PetAddedFormBody {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for PetAddedFormBody {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "PetAddedFormBody",
            fields: &[runtime::Field::optional("payload", "payload")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.payload
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.payload
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(PetAddedFormBody, PetAddedFormBody::default);
