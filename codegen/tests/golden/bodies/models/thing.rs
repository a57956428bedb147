//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `name`.
    pub name: String,
    /// `size`.
    pub size: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `size`.
    #[inline]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            name: runtime::Wire::blank(),
            size: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("name", "name"),
                runtime::Field::optional("size", "size"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.size,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.size,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
