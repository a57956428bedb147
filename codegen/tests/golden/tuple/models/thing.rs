//! `Thing`.

use crate::runtime::{self, Extra, Tuple, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            pair: None,
            row: None,
            open: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("pair", "pair"),
                runtime::Field::optional("row", "row"),
                runtime::Field::optional("open", "open"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pair,
            1 => &self.row,
            2 => &self.open,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pair,
            1 => &mut self.row,
            2 => &mut self.open,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
