//! `findThings`.

use crate::runtime::{self, Extra};

/// The value of `findThings`.
#[derive(Clone, Default, PartialEq)]
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
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `name`.
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets `ids`.
    pub fn with_ids(mut self, ids: impl IntoIterator<Item = i64>) -> Self {
        self.ids = Some(ids.into_iter().collect());
        self
    }
}

impl runtime::Object for FindThingsFilter {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "FindThingsFilter",
            fields: &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("ids", "ids"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.ids,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.ids,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(FindThingsFilter, FindThingsFilter::default);
