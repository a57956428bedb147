//! `Room`.

use super::Address;
use crate::runtime::{self, Extra};

/// The schema `Room`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Room {
    /// `place`.
    pub place: Option<Address>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Room {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Room {
    #[inline]
    fn blank() -> Self {
        Self {
            place: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Room",
            &[runtime::Field::optional("place", "place")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.place,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.place,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Room, Default);
