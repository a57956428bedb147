//! `findThings`.

use crate::runtime::{self, Extra};

/// The value of `findThings`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FindThingsFilter {
    /// `a`.
    pub a: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl FindThingsFilter {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `a`.
    #[inline]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

impl runtime::Wire for FindThingsFilter {
    #[inline]
    fn blank() -> Self {
        Self {
            a: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "FindThingsFilter",
            &[runtime::Field::optional("a", "a")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(FindThingsFilter, Default);
