//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `size`.
    pub size: Option<String>,
    /// `number`.
    pub number: Option<i64>,
    /// `odd`.
    pub odd: Option<Value>,
    /// `old`.
    pub old: Option<i64>,
    /// `wrong`.
    pub wrong: Option<i64>,
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
                runtime::Field::optional("size", "size"),
                runtime::Field::optional("number", "number"),
                runtime::Field::optional("odd", "odd"),
                runtime::Field::optional("old", "old"),
                runtime::Field::optional("wrong", "wrong"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.size,
            1 => &self.number,
            2 => &self.odd,
            3 => &self.old,
            _ => &self.wrong,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.size,
            1 => &mut self.number,
            2 => &mut self.odd,
            3 => &mut self.old,
            _ => &mut self.wrong,
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
