//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct GetThingNotFound {
    /// `title`.
    pub title: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingNotFound {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for GetThingNotFound {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "GetThingNotFound",
            fields: &[runtime::Field::optional("title", "title")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.title
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.title
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(GetThingNotFound, GetThingNotFound::default);
