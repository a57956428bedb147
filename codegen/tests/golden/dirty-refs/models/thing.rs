//! `Thing`.

use super::Part;
use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            typo: None,
            short: None,
            remote: None,
            file: None,
            list: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("typo", "typo"),
                runtime::Field::optional("short", "short"),
                runtime::Field::optional("remote", "remote"),
                runtime::Field::optional("file", "file"),
                runtime::Field::optional("list", "list"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.typo,
            1 => &self.short,
            2 => &self.remote,
            3 => &self.file,
            4 => &self.list,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.typo,
            1 => &mut self.short,
            2 => &mut self.remote,
            3 => &mut self.file,
            4 => &mut self.list,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
