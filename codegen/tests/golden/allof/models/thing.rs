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
    pub fn new(id: impl Into<String>, kind: impl Into<String>, size: i64) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            size,
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            kind: runtime::Wire::blank(),
            size: runtime::Wire::blank(),
            inner: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("kind", "kind"),
                runtime::Field::required("size", "size"),
                runtime::Field::optional("inner", "inner"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.kind,
            2 => &self.size,
            _ => &self.inner,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.kind,
            2 => &mut self.size,
            _ => &mut self.inner,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::blank);
