//! `Typed`.

use crate::runtime;
use std::collections::BTreeMap;

/// The schema `Typed`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Typed {
    /// `a`.
    pub a: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: BTreeMap<String, i64>,
}

impl Typed {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Typed {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Typed",
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

runtime::object!(Typed, Typed::default);
