//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
#[deprecated]
pub struct Thing {
    /// `old`.
    #[deprecated]
    pub old: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `old`.
    #[deprecated]
    #[inline]
    pub fn with_old(mut self, old: impl Into<String>) -> Self {
        self.old = Some(old.into());
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            old: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[runtime::Field::optional("old", "old")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.old,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.old,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
