//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponse {
    /// `part`.
    pub part: Option<GetThingResponsePart>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingResponse {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for GetThingResponse {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "GetThingResponse",
            fields: &[runtime::Field::optional("part", "part")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.part
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.part
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(GetThingResponse, GetThingResponse::default);

/// The value of `getThing.part`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponsePart {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingResponsePart {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for GetThingResponsePart {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "GetThingResponsePart",
            fields: &[runtime::Field::optional("name", "name")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.name
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.name
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(GetThingResponsePart, GetThingResponsePart::default);
