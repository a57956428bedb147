//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `kind`.
    pub kind: ThingKind,
    /// `level`.
    pub level: Option<ThingLevel>,
    /// `shape`.
    pub shape: Option<ThingShape>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that can have only one value.
    #[inline]
    pub fn new() -> Self {
        Self {
            kind: ThingKind::Thing,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            level: None,
            shape: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("level", "level"),
                runtime::Field::optional("shape", "shape"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.level,
            2 => &self.shape,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.level,
            2 => &mut self.shape,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingKind {
    /// `thing`
    Thing,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingKind {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Thing => "thing",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingKind {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "thing" => Self::Thing,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingKind);

/// The value of `Thing.level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingLevel {
    /// `3`
    Value3,
    /// A value that this version does not know, as it was sent.
    Other(i64),
}

impl ThingLevel {
    /// The value on the wire.
    #[inline]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Value3 => 3,
            Self::Other(number) => *number,
        }
    }
}

impl From<i64> for ThingLevel {
    #[inline]
    fn from(number: i64) -> Self {
        match number {
            3 => Self::Value3,
            unknown => Self::Other(unknown),
        }
    }
}

runtime::open_number!(ThingLevel);

/// The value of `Thing.shape`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingShape {
    /// `round`: Like a ball.
    Round,
    /// `flat`
    Flat,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingShape {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Round => "round",
            Self::Flat => "flat",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingShape {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "round" => Self::Round,
            "flat" => Self::Flat,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingShape);
