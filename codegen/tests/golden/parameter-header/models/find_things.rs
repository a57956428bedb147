//! `findThings`.

use crate::runtime::{self, Extra};

/// The value of `findThings`.
#[derive(Clone, Default, PartialEq)]
pub struct FindThingsXJson {
    /// `a`.
    pub a: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl FindThingsXJson {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `a`.
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

impl runtime::Object for FindThingsXJson {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "FindThingsXJson",
            fields: &[runtime::Field::optional("a", "a")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.a
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.a
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(FindThingsXJson, FindThingsXJson::default);
