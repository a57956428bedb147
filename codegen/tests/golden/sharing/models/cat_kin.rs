//! `Cat.kin`.

use crate::runtime::{self, Extra};

/// The value of `Cat.kin`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CatKin {
    /// `name`.
    pub name: Option<String>,
    /// `kittens`.
    pub kittens: Option<Vec<CatKin>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl CatKin {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for CatKin {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            kittens: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "CatKin",
            &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("kittens", "kittens"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.kittens,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.kittens,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(CatKin, Default);
