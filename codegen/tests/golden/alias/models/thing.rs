//! `Thing`.

use super::{Id, Ids};
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`.
    pub id: Id,
    /// `ids`.
    pub ids: Option<Ids>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: impl Into<Id>) -> Self {
        Self {
            id: id.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `ids`.
    #[inline]
    pub fn with_ids(mut self, ids: Ids) -> Self {
        self.ids = Some(ids);
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            ids: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::optional("ids", "ids"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.ids,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.ids,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
