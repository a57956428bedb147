//! `Receipt`.

use crate::runtime::{self, Extra};

/// The schema `Receipt`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Receipt {
    /// `count`.
    pub count: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Receipt {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `count`.
    #[inline]
    pub fn with_count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }
}

impl runtime::Wire for Receipt {
    #[inline]
    fn blank() -> Self {
        Self {
            count: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Receipt",
            &[runtime::Field::optional("count", "count")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.count,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.count,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Receipt, Default);
