//! `Thing`.

use crate::runtime::{self, Extra};

/// Thing of the API
///
/// What it is.
///
/// See <https://example.com/things>
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// `size`, or `2` where it is absent.
    #[inline]
    pub fn size_or_default(&self) -> i64 {
        match &self.size {
            Some(value) => *value,
            None => 2,
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            size: None,
            tags: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("size", "size"),
                runtime::Field::optional("tags", "tags"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.size,
            2 => &self.tags,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.size,
            2 => &mut self.tags,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
