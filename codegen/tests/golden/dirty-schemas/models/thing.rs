//! `Thing`.

use super::Tagged;
use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `name`.
    pub name: Option<String>,
    /// `list`.
    pub list: Option<Option<String>>,
    /// `text`.
    pub text: Option<Value>,
    /// `tagged`.
    pub tagged: Option<Tagged>,
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
            name: None,
            list: None,
            text: None,
            tagged: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("list", "list"),
                runtime::Field::optional("text", "text"),
                runtime::Field::optional("tagged", "tagged"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.list,
            2 => &self.text,
            3 => &self.tagged,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.list,
            2 => &mut self.text,
            3 => &mut self.tagged,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
