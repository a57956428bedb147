//! `Mutual`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Mutual`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Mutual {
    /// `thing`.
    pub thing: Option<Box<Thing>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Mutual {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Mutual {
    #[inline]
    fn blank() -> Self {
        Self {
            thing: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Mutual",
            &[runtime::Field::optional("thing", "thing")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.thing,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.thing,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Mutual, Default);
