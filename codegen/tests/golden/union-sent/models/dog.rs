//! `Dog`.

use super::Thing;
use crate::runtime::{self, Extra};

/// The schema `Dog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// `owner`.
    pub owner: Box<Thing>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Dog {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(kind: impl Into<String>, owner: impl Into<Thing>) -> Self {
        Self {
            kind: kind.into(),
            owner: Box::new(owner.into()),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Dog {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            owner: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Dog",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::required("owner", "owner"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.owner,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.owner,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Dog);
