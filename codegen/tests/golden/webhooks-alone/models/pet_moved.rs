//! `petMoved`.

use crate::runtime::{self, Extra};

/// The value of `petMoved`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetMovedBody {
    /// `place`.
    pub place: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl PetMovedBody {
    /// One with the properties that must be there.
    pub fn new(place: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            place: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for PetMovedBody {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "PetMovedBody",
            fields: &[runtime::Field::required("place", "place")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.place
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.place
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(PetMovedBody, PetMovedBody::blank);
