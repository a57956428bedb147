//! `Thing`.

use super::Friend;
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `parent`.
    pub parent: Option<Box<Thing>>,
    /// `children`.
    pub children: Vec<Thing>,
    /// `friend`.
    pub friend: Option<Friend>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(children: impl IntoIterator<Item = Thing>) -> Self {
        Self {
            children: children.into_iter().collect(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            parent: None,
            children: runtime::Wire::blank(),
            friend: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("parent", "parent"),
                runtime::Field::required("children", "children"),
                runtime::Field::optional("friend", "friend"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.parent,
            1 => &self.children,
            2 => &self.friend,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.parent,
            1 => &mut self.children,
            2 => &mut self.friend,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
