//! `listCats`.

use crate::runtime::{self, Extra};

/// The value of `listCats`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCatsNotFound {
    /// `reason`.
    pub reason: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ListCatsNotFound {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for ListCatsNotFound {
    #[inline]
    fn blank() -> Self {
        Self {
            reason: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ListCatsNotFound",
            &[runtime::Field::optional("reason", "reason")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.reason,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.reason,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ListCatsNotFound, Default);
