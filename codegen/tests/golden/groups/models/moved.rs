//! `Moved`.

use super::Address;
use crate::runtime::{self, Extra};

/// The schema `Moved`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Moved {
    /// `to`.
    pub to: Option<Address>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Moved {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Moved {
    #[inline]
    fn blank() -> Self {
        Self {
            to: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Moved",
            &[runtime::Field::optional("to", "to")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.to,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.to,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Moved, Default);
