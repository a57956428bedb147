//! `Thing`.

use crate::runtime::{self, Extra};

/// Thing of the API
///
/// What it is.
///
/// See <https://example.com/things>
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Its name
    ///
    /// Said to people.
    pub name: Option<String>,
    /// Its size
    ///
    /// Default: `2`.
    /// Bounds: `multipleOf: 2`, `minimum: 1`.
    pub size: Option<i64>,
    /// Words.
    ///
    /// More of them.
    ///
    /// Bounds: `minItems: 1`, `uniqueItems: true`.
    pub tags: Option<Vec<String>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// `size`, or `2` where it is absent.
    pub fn size_or_default(&self) -> i64 {
        match &self.size {
            Some(value) => *value,
            None => 2,
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("size", "size"),
                runtime::Field::optional("tags", "tags"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.size,
            _ => &self.tags,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.size,
            _ => &mut self.tags,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::default);
