//! `Dog`.

use crate::runtime::{self, Extra};

/// The schema `Dog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `name`.
    pub name: Option<String>,
    /// `tail`.
    pub tail: Option<bool>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Dog {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Dog {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            tail: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Dog",
            &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("tail", "tail"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.tail,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.tail,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Dog, Default);
