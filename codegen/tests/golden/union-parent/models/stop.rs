//! `Stop`.

use crate::runtime::{self, Extra};

/// The schema `Stop`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Stop {
    /// `type`.
    pub r#type: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Stop {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(r#type: impl Into<String>) -> Self {
        Self {
            r#type: r#type.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Stop {
    #[inline]
    fn blank() -> Self {
        Self {
            r#type: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Stop",
            &[runtime::Field::required("type", "type")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.r#type,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.r#type,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Stop);
