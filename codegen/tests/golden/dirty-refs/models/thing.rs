//! `Thing`.

use super::Part;
use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `typo`.
    pub typo: Option<Value>,
    /// `short`.
    pub short: Option<Part>,
    /// `remote`.
    pub remote: Option<Value>,
    /// `file`.
    pub file: Option<Value>,
    /// `list`.
    pub list: Option<Vec<Part>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("typo", "typo"),
                runtime::Field::optional("short", "short"),
                runtime::Field::optional("remote", "remote"),
                runtime::Field::optional("file", "file"),
                runtime::Field::optional("list", "list"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.typo,
            1 => &self.short,
            2 => &self.remote,
            3 => &self.file,
            _ => &self.list,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.typo,
            1 => &mut self.short,
            2 => &mut self.remote,
            3 => &mut self.file,
            _ => &mut self.list,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::default);
