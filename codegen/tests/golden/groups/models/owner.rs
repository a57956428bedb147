//! `Owner`.

use super::Address;
use crate::runtime::{self, Extra};

/// The schema `Owner`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Owner {
    /// `home`.
    pub home: Option<Address>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Owner {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Owner {
    #[inline]
    fn blank() -> Self {
        Self {
            home: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Owner",
            &[runtime::Field::optional("home", "home")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.home,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.home,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Owner, Default);
