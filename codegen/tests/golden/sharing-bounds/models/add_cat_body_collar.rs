//! `addCat.collar`.

use crate::runtime::{self, Extra};

/// The value of `addCat.collar`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCatBodyCollar {
    /// `words`.
    pub words: Option<Vec<String>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddCatBodyCollar {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `words`.
    #[inline]
    pub fn with_words(
        mut self,
        words: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.words = Some(words.into_iter().map(Into::into).collect());
        self
    }
}

impl runtime::Wire for AddCatBodyCollar {
    #[inline]
    fn blank() -> Self {
        Self {
            words: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddCatBodyCollar",
            &[runtime::Field::optional("words", "words")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.words,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.words,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddCatBodyCollar, Default);
