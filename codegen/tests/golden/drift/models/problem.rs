//! `Problem`.

use crate::runtime::{self, Extra};

/// The schema `Problem`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `code`.
    pub code: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Problem {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Problem {
    #[inline]
    fn blank() -> Self {
        Self {
            code: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Problem",
            &[runtime::Field::optional("code", "code")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.code,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.code,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Problem, Default);
