//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `level`.
    pub level: Option<ThingLevel>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[runtime::Field::optional("level", "level")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.level
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.level
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::default);

/// The value of `Thing.level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingLevel {
    /// `0`
    Low,
    /// `1`
    High,
    /// `-5`
    None,
    /// A value that this version does not know, as it was sent.
    Other(i64),
}

impl ThingLevel {
    /// The value on the wire.
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Low => 0,
            Self::High => 1,
            Self::None => -5,
            Self::Other(number) => *number,
        }
    }
}

impl From<i64> for ThingLevel {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Low,
            1 => Self::High,
            -5 => Self::None,
            unknown => Self::Other(unknown),
        }
    }
}

runtime::open_number!(ThingLevel);
