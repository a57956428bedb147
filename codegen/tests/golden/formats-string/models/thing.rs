//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `at`.
    pub at: String,
    /// `day`.
    pub day: Option<String>,
    /// `hour`.
    pub hour: Option<String>,
    /// `lasting`.
    pub lasting: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    pub fn new(at: impl Into<String>) -> Self {
        Self {
            at: at.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            at: runtime::Wire::blank(),
            day: None,
            hour: None,
            lasting: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::required("at", "at"),
                runtime::Field::optional("day", "day"),
                runtime::Field::optional("hour", "hour"),
                runtime::Field::optional("lasting", "lasting"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.at,
            1 => &self.day,
            2 => &self.hour,
            _ => &self.lasting,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.at,
            1 => &mut self.day,
            2 => &mut self.hour,
            _ => &mut self.lasting,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::blank);
