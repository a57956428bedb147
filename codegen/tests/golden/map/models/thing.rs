//! `Thing`.

use crate::runtime::{self, Extra, Value};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `numbers`.
    pub numbers: Option<BTreeMap<String, i64>>,
    /// `things`.
    pub things: Option<BTreeMap<String, Thing>>,
    /// `anything`.
    pub anything: Option<BTreeMap<String, Value>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            numbers: None,
            things: None,
            anything: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("numbers", "numbers"),
                runtime::Field::optional("things", "things"),
                runtime::Field::optional("anything", "anything"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.numbers,
            1 => &self.things,
            2 => &self.anything,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.numbers,
            1 => &mut self.things,
            2 => &mut self.anything,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
