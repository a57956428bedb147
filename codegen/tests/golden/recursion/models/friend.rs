//! `Friend`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Friend`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Friend {
    /// `best`.
    pub best: Option<Box<Thing>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Friend {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Friend {
    #[inline]
    fn blank() -> Self {
        Self {
            best: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Friend",
            &[runtime::Field::optional("best", "best")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.best,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.best,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Friend, Default);
