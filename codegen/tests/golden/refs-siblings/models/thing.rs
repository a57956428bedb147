//! `Thing`.

use super::Part;
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Said beside the reference.
    pub told: Option<Part>,
    /// `more`.
    pub more: Option<ThingMore>,
    /// `maybe`.
    pub maybe: Option<Option<Part>>,
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
            told: None,
            more: None,
            maybe: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("told", "told"),
                runtime::Field::optional("more", "more"),
                runtime::Field::optional("maybe", "maybe"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.told,
            1 => &self.more,
            2 => &self.maybe,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.told,
            1 => &mut self.more,
            2 => &mut self.maybe,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.more`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingMore {
    /// `name`.
    pub name: String,
    /// `size`.
    pub size: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingMore {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingMore {
    #[inline]
    fn blank() -> Self {
        Self {
            name: runtime::Wire::blank(),
            size: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingMore",
            &[
                runtime::Field::required("name", "name"),
                runtime::Field::optional("size", "size"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.size,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.size,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingMore);
