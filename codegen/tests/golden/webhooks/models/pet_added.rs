//! `petAdded`.

use crate::runtime::{self, Extra};

/// The value of `petAdded`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetAddedFormBody {
    /// `payload`.
    pub payload: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl PetAddedFormBody {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for PetAddedFormBody {
    #[inline]
    fn blank() -> Self {
        Self {
            payload: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "PetAddedFormBody",
            &[runtime::Field::optional("payload", "payload")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.payload,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.payload,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(PetAddedFormBody, Default);
