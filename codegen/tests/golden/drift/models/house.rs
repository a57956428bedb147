//! `House`.

use super::Owner;
use crate::runtime::{self, Extra};

/// The schema `House`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct House {
    /// `kind`.
    pub kind: String,
    /// `rooms`.
    pub rooms: Option<Vec<Owner>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl House {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for House {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            rooms: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "House",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("rooms", "rooms"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.rooms,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.rooms,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(House);
