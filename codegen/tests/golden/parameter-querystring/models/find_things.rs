//! `findThings`.

use crate::runtime::{self, Extra};

/// The value of `findThings`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FindThingsFilter {
    /// `name`.
    pub name: Option<String>,
    /// `ids`.
    pub ids: Option<Vec<i64>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl FindThingsFilter {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `name`.
    #[inline]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `ids`.
    #[inline]
    pub fn with_ids(mut self, ids: impl IntoIterator<Item = i64>) -> Self {
        self.ids = Some(ids.into_iter().collect());
        self
    }
}

impl runtime::Wire for FindThingsFilter {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            ids: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "FindThingsFilter",
            &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("ids", "ids"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.ids,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.ids,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(FindThingsFilter, Default);
