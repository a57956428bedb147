//! `Thing`.

use crate::runtime::{self, Extra, Value};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            none: None,
            object: None,
            open: None,
            values: None,
            list: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("none", "none"),
                runtime::Field::optional("object", "object"),
                runtime::Field::optional("open", "open"),
                runtime::Field::optional("values", "values"),
                runtime::Field::optional("list", "list"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.none,
            1 => &self.object,
            2 => &self.open,
            3 => &self.values,
            4 => &self.list,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.none,
            1 => &mut self.object,
            2 => &mut self.open,
            3 => &mut self.values,
            4 => &mut self.list,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
