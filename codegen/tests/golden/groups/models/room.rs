//! `Room`.

use super::Address;
use crate::runtime::{self, Extra};

/// The schema `Room`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Room {
    /// `place`.
    pub place: Option<Address>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Room {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Room {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Room",
            fields: &[runtime::Field::optional("place", "place")],
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

runtime::object!(Room, Room::default);
