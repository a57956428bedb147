//! `Base`.

use crate::runtime::{self, Extra};

/// The schema `Base`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Base {
    /// `id`.
    pub id: String,
    /// `kind`.
    ///
    /// Bounds: `maxLength: 9`.
    pub kind: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Base {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Base {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            kind: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Base",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::optional("kind", "kind"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.kind,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.kind,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Base);
