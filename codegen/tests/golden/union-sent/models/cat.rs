//! `Cat`.

use crate::runtime::{self, Extra};

/// The schema `Cat`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `lives`.
    pub lives: i64,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Cat {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(kind: impl Into<String>, lives: i64) -> Self {
        Self {
            kind: kind.into(),
            lives,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Cat {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            lives: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Cat",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::required("lives", "lives"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.lives,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.lives,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Cat);
