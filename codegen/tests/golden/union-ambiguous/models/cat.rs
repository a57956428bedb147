//! `Cat`.

use crate::runtime::{self, Extra};

/// The schema `Cat`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `name`.
    pub name: Option<String>,
    /// `lives`.
    pub lives: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Cat {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Cat {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            lives: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Cat",
            &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("lives", "lives"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.lives,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.lives,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Cat, Default);
