//! `From`.

use crate::runtime::{self, Extra};

/// The schema `From`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FromModel {
    /// `from`.
    ///
    /// Bounds: `minimum: 1`.
    pub from: i64,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl FromModel {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(from: i64) -> Self {
        Self {
            from,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for FromModel {
    #[inline]
    fn blank() -> Self {
        Self {
            from: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "FromModel",
            &[runtime::Field::required("from", "from")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.from,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.from,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(FromModel);
