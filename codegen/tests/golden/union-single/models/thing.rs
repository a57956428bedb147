//! `Thing`.

use super::Part;
use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `one`.
    pub one: Option<Part>,
    /// `maybe`.
    pub maybe: Option<Option<Part>>,
    /// `twins`.
    pub twins: Option<String>,
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
            one: None,
            maybe: None,
            twins: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("one", "one"),
                runtime::Field::optional("maybe", "maybe"),
                runtime::Field::optional("twins", "twins"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.one,
            1 => &self.maybe,
            2 => &self.twins,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.one,
            1 => &mut self.maybe,
            2 => &mut self.twins,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
