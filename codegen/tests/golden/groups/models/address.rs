//! `Address`.

use crate::runtime::{self, Extra};

/// Of more groups than a line names.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// `street`.
    pub street: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Address {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Address {
    #[inline]
    fn blank() -> Self {
        Self {
            street: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Address",
            &[runtime::Field::optional("street", "street")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.street,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.street,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Address, Default);
