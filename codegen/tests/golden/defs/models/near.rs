//! `Near`.

use crate::runtime::{self, Extra};

/// The schema `Near`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Near {
    /// `far`.
    pub far: Option<bool>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Near {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Near {
    #[inline]
    fn blank() -> Self {
        Self {
            far: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Near",
            &[runtime::Field::optional("far", "far")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.far,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.far,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Near, Default);
