//! `Thing`.

use super::Order;
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `order`.
    pub order: Order,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(order: impl Into<Order>) -> Self {
        Self {
            order: order.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            order: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[runtime::Field::required("order", "order")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.order,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.order,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
