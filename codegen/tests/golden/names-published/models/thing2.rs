//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing2 {
    /// `id`.
    pub id: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing2 {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing2 {
    #[inline]
    fn blank() -> Self {
        Self {
            id: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing2",
            &[runtime::Field::optional("id", "id")],
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

runtime::object!(Thing2, Default);
