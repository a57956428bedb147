//! `getEvents`.

use crate::runtime::{self, Extra};

/// The value of `getEvents`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct GetEventsResponse {
    /// `data`.
    pub data: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetEventsResponse {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for GetEventsResponse {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "GetEventsResponse",
            fields: &[runtime::Field::optional("data", "data")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.data
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.data
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(GetEventsResponse, GetEventsResponse::default);
