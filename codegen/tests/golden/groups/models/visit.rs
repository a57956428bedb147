//! `Visit`.

use super::Owner;
use crate::runtime::{self, Extra};

/// The schema `Visit`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Visit {
    /// `owner`.
    pub owner: Option<Owner>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Visit {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Visit {
    #[inline]
    fn blank() -> Self {
        Self {
            owner: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Visit",
            &[runtime::Field::optional("owner", "owner")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.owner,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.owner,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Visit, Default);
