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
    #[inline]
    pub fn new(place: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for PetMovedBody {
    #[inline]
    fn blank() -> Self {
        Self {
            place: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "PetMovedBody",
            &[runtime::Field::required("place", "place")],
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

runtime::object!(PetMovedBody);
