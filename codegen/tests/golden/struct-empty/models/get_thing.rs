//! `getThing`.

use crate::runtime;

/// The value of `getThing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponse {
    /// `one`.
    pub one: Option<String>,
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
            fields: &[runtime::Field::optional("one", "one")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.one
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.one
    }
}

runtime::object!(GetThingResponse, GetThingResponse::default);
