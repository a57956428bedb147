//! `Page`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Page`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// `data`.
    pub data: Option<Vec<Thing>>,
    /// `next`.
    pub next: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Page {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Page {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Page",
            fields: &[
                runtime::Field::optional("data", "data"),
                runtime::Field::optional("next", "next"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.data,
            _ => &self.next,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.data,
            _ => &mut self.next,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Page, Page::default);
