//! `Thing`.

use crate::runtime::{self, Extra, Value};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `none`.
    pub none: Option<Value>,
    /// `object`.
    pub object: Option<BTreeMap<String, Value>>,
    /// `open`.
    pub open: Option<BTreeMap<String, Value>>,
    /// `values`.
    pub values: Option<BTreeMap<String, Value>>,
    /// `list`.
    pub list: Option<Vec<Value>>,
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
                runtime::Field::optional("none", "none"),
                runtime::Field::optional("object", "object"),
                runtime::Field::optional("open", "open"),
                runtime::Field::optional("values", "values"),
                runtime::Field::optional("list", "list"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.none,
            1 => &self.object,
            2 => &self.open,
            3 => &self.values,
            _ => &self.list,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.none,
            1 => &mut self.object,
            2 => &mut self.open,
            3 => &mut self.values,
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
