//! `addCat`.

use super::AddCatBodyCollar;
use crate::runtime::{self, Extra};

/// The value of `addCat`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCatBody {
    /// `collar`.
    pub collar: Option<AddCatBodyCollar>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddCatBody {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `collar`.
    #[inline]
    pub fn with_collar(mut self, collar: AddCatBodyCollar) -> Self {
        self.collar = Some(collar);
        self
    }
}

impl runtime::Wire for AddCatBody {
    #[inline]
    fn blank() -> Self {
        Self {
            collar: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddCatBody",
            &[runtime::Field::optional("collar", "collar")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.collar,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.collar,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddCatBody, Default);
