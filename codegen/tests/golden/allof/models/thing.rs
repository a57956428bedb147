//! `Thing`.

use super::Base;
use crate::runtime::{self, Extra};

/// A thing with more.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`.
    pub id: String,
    /// `kind`.
    ///
    /// Bounds: `maxLength: 9`, `minLength: 2`.
    pub kind: String,
    /// `size`.
    ///
    /// Bounds: `maximum: 9`.
    pub size: i64,
    /// Only said.
    pub inner: Option<Base>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: impl Into<String>, kind: impl Into<String>, size: i64) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            size,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            kind: runtime::Wire::blank(),
            size: runtime::Wire::blank(),
            inner: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("kind", "kind"),
                runtime::Field::required("size", "size"),
                runtime::Field::optional("inner", "inner"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.kind,
            2 => &self.size,
            3 => &self.inner,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.kind,
            2 => &mut self.size,
            3 => &mut self.inner,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
