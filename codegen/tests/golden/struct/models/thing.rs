//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// A thing with properties of all plain types.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Its number.
    pub id: i64,
    /// `name`.
    ///
    /// Bounds: `minLength: 1`.
    pub name: String,
    /// `weight`.
    ///
    /// Default: `1.5`.
    pub weight: Option<f64>,
    /// `count`.
    pub count: Option<i32>,
    /// `small`.
    pub small: Option<u8>,
    /// `isNew`.
    pub is_new: Option<bool>,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `free`.
    pub free: Option<Value>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: i64, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }

    /// `weight`, or `1.5` where it is absent.
    #[inline]
    pub fn weight_or_default(&self) -> f64 {
        match &self.weight {
            Some(value) => *value,
            None => 1.5,
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            name: runtime::Wire::blank(),
            weight: None,
            count: None,
            small: None,
            is_new: None,
            tags: None,
            free: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("name", "name"),
                runtime::Field::optional("weight", "weight"),
                runtime::Field::optional("count", "count"),
                runtime::Field::optional("small", "small"),
                runtime::Field::optional("isNew", "is_new"),
                runtime::Field::optional("tags", "tags"),
                runtime::Field::optional("free", "free"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.name,
            2 => &self.weight,
            3 => &self.count,
            4 => &self.small,
            5 => &self.is_new,
            6 => &self.tags,
            7 => &self.free,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.name,
            2 => &mut self.weight,
            3 => &mut self.count,
            4 => &mut self.small,
            5 => &mut self.is_new,
            6 => &mut self.tags,
            7 => &mut self.free,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
