//! `Thing`.

use crate::runtime::{self, Extra, Tuple, Value};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `pair`.
    pub pair: Option<(String, i64)>,
    /// `row`.
    pub row: Option<Tuple<(String,), f64>>,
    /// `open`.
    pub open: Option<Tuple<(Box<Thing>,), Value>>,
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
                runtime::Field::optional("pair", "pair"),
                runtime::Field::optional("row", "row"),
                runtime::Field::optional("open", "open"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pair,
            1 => &self.row,
            _ => &self.open,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pair,
            1 => &mut self.row,
            _ => &mut self.open,
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
