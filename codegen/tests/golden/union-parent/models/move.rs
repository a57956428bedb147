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
    #[inline]
    pub fn new(r#type: impl Into<String>, speed: i64) -> Self {
        Self {
            r#type: r#type.into(),
            speed,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Move {
    #[inline]
    fn blank() -> Self {
        Self {
            r#type: runtime::Wire::blank(),
            speed: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Move",
            &[
                runtime::Field::required("type", "type"),
                runtime::Field::required("speed", "speed"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.r#type,
            1 => &self.speed,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.r#type,
            1 => &mut self.speed,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Move);
