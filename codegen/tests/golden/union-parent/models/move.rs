//! `Move`.

use crate::runtime::{self, Extra};

/// The schema `Move`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Move {
    /// `type`.
    pub r#type: String,
    /// `speed`.
    pub speed: i64,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Move {
    /// One with the properties that must be there.
    pub fn new(r#type: impl Into<String>, speed: i64) -> Self {
        Self {
            r#type: r#type.into(),
            speed,
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            r#type: runtime::Wire::blank(),
            speed: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Move {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Move",
            fields: &[
                runtime::Field::required("type", "type"),
                runtime::Field::required("speed", "speed"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.r#type,
            _ => &self.speed,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.r#type,
            _ => &mut self.speed,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Move, Move::blank);
