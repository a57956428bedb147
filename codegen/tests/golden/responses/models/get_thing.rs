//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingNotFound {
    /// `title`.
    pub title: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingNotFound {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for GetThingNotFound {
    #[inline]
    fn blank() -> Self {
        Self {
            title: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingNotFound",
            &[runtime::Field::optional("title", "title")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.title,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.title,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingNotFound, Default);
