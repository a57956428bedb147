//! `Page`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Page`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// `data`.
    pub data: Option<Vec<Thing>>,
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
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Page",
            &[runtime::Field::optional("data", "data")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.data,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.data,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Page, Default);
