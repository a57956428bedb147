//! `Owner`.

use crate::runtime::{self, Extra};

/// The schema `Owner`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Owner {
    /// `id`.
    pub id: i64,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Owner {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self {
            id,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Owner {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Owner",
            &[runtime::Field::required("id", "id")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Owner);
