//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponse {
    /// `at`.
    pub at: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingResponse {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for GetThingResponse {
    #[inline]
    fn blank() -> Self {
        Self {
            at: None,
            additional_properties: runtime::Wire::blank(),
        }
    }
    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingResponse",
            &[runtime::Field::optional("at", "at")],
        );
        runtime::Table::Object(&SHAPE)
    }
    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.at,
            _ => &self.additional_properties,
        }
    }
    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.at,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingResponse, Default);
