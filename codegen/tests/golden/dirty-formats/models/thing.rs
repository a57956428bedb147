//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    /// `near`.
    pub near: Option<String>,
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
            size: None,
            number: None,
            odd: None,
            old: None,
            wrong: None,
            near: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("size", "size"),
                runtime::Field::optional("number", "number"),
                runtime::Field::optional("odd", "odd"),
                runtime::Field::optional("old", "old"),
                runtime::Field::optional("wrong", "wrong"),
                runtime::Field::optional("near", "near"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.size,
            1 => &self.number,
            2 => &self.odd,
            3 => &self.old,
            4 => &self.wrong,
            5 => &self.near,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.size,
            1 => &mut self.number,
            2 => &mut self.odd,
            3 => &mut self.old,
            4 => &mut self.wrong,
            5 => &mut self.near,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
