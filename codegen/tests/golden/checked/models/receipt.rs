//! `Receipt`.

use crate::runtime::{self, Extra};

/// The schema `Receipt`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Receipt {
    /// `text`.
    ///
    /// Bounds: `maxLength: 1`.
    pub text: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Receipt {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Receipt {
    #[inline]
    fn blank() -> Self {
        Self {
            text: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Receipt",
            &[runtime::Field::optional("text", "text")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.text,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.text,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Receipt, Default);
