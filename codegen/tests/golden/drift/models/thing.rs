//! `Thing`.

use super::{House, Owner, Tent};
use crate::runtime::{self, Extra, Value};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `name`.
    pub name: String,
    /// `color`.
    pub color: Option<ThingColor>,
    /// `level`.
    pub level: Option<ThingLevel>,
    /// `owners`.
    pub owners: Option<Vec<Owner>>,
    /// `byName`.
    pub by_name: Option<BTreeMap<String, Owner>>,
    /// `home`.
    pub home: Option<ThingHome>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            name: runtime::Wire::blank(),
            color: None,
            level: None,
            owners: None,
            by_name: None,
            home: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("name", "name"),
                runtime::Field::optional("color", "color"),
                runtime::Field::optional("level", "level"),
                runtime::Field::optional("owners", "owners"),
                runtime::Field::optional("byName", "by_name"),
                runtime::Field::optional("home", "home"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.color,
            2 => &self.level,
            3 => &self.owners,
            4 => &self.by_name,
            5 => &self.home,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.color,
            2 => &mut self.level,
            3 => &mut self.owners,
            4 => &mut self.by_name,
            5 => &mut self.home,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);

/// The value of `Thing.color`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingColor {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingColor {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Green => "green",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingColor {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "red" => Self::Red,
            "green" => Self::Green,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingColor);

/// The value of `Thing.level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingLevel {
    /// `1`
    Value1,
    /// `2`
    Value2,
    /// A value that this version does not know, as it was sent.
    Other(i64),
}

impl ThingLevel {
    /// The value on the wire.
    #[inline]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Value1 => 1,
            Self::Value2 => 2,
            Self::Other(number) => *number,
        }
    }
}

impl From<i64> for ThingLevel {
    #[inline]
    fn from(number: i64) -> Self {
        match number {
            1 => Self::Value1,
            2 => Self::Value2,
            unknown => Self::Other(unknown),
        }
    }
}

runtime::open_number!(ThingLevel);

/// The value of `Thing.home`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingHome {
    /// `House`.
    House(House),
    /// `Tent`.
    Tent(Tent),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<House> for ThingHome {
    #[inline]
    fn from(value: House) -> Self {
        Self::House(value)
    }
}

impl From<Tent> for ThingHome {
    #[inline]
    fn from(value: Tent) -> Self {
        Self::Tent(value)
    }
}

impl runtime::Wire for ThingHome {
    #[inline]
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::UnionShape = runtime::UnionShape::new(
            None,
            &[
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                        runtime::FieldRule::optional("rooms", runtime::Kinds::ARRAY),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                        runtime::FieldRule::optional("rooms", runtime::Kinds::ARRAY),
                    ],
                    ..runtime::BranchShape::ANY
                },
            ],
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::House(value) => value,
            Self::Tent(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::House(r.value()),
            1 => Self::Tent(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(ThingHome);
