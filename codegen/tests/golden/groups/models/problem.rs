//! `Problem`.

use crate::runtime::{self, Extra};

/// The schema `Problem`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `text`.
    pub text: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Problem {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `text`.
    #[inline]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}

impl runtime::Wire for Problem {
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
            "Problem",
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

runtime::object!(Problem, Default);
