//! `Range`.

use crate::runtime::{self, Extra};

/// The schema `Range`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Range {
    /// `unit`.
    pub unit: Option<String>,
    /// `first`.
    pub first: Option<i64>,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Range {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Range {
    #[inline]
    fn blank() -> Self {
        Self {
            unit: None,
            first: None,
            tags: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Range",
            &[
                runtime::Field::optional("unit", "unit"),
                runtime::Field::optional("first", "first"),
                runtime::Field::optional("tags", "tags"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.unit,
            1 => &self.first,
            2 => &self.tags,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.unit,
            1 => &mut self.first,
            2 => &mut self.tags,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Range, Default);
