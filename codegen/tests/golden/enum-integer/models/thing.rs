//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `level`.
    pub level: Option<ThingLevel>,
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
            level: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[runtime::Field::optional("level", "level")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.level,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.level,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

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
    #[inline]
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
    #[inline]
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
