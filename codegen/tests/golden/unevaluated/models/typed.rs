//! `Typed`.

use crate::runtime;
use std::collections::BTreeMap;

/// The schema `Typed`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Typed {
    /// `a`.
    pub a: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: BTreeMap<String, i64>,
}

impl Typed {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Typed {
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
            "Typed",
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

runtime::object!(Typed, Default);
