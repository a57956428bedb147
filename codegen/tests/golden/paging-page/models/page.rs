//! `Page`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Page`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// `data`.
    pub data: Option<Vec<Thing>>,
    /// `total_pages`.
    pub total_pages: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Page {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Page {
    #[inline]
    fn blank() -> Self {
        Self {
            data: None,
            total_pages: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Page",
            &[
                runtime::Field::optional("data", "data"),
                runtime::Field::optional("total_pages", "total_pages"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.data,
            1 => &self.total_pages,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.data,
            1 => &mut self.total_pages,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Page, Default);
