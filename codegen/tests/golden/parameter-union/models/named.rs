//! `Named`.

use crate::runtime::{self, Extra};

/// The schema `Named`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Named {
    /// `name`.
    ///
    /// Bounds: `maxLength: 3`.
    pub name: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Named {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Named {
    #[inline]
    fn blank() -> Self {
        Self {
            name: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Named",
            &[runtime::Field::required("name", "name")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Named);
