//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `first`.
    pub first: Option<ThingFirst>,
    /// `second`.
    pub second: Option<ThingSecond>,
    /// `third`.
    pub third: Option<ThingThird>,
    /// `none`.
    pub none: Option<ThingNone>,
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
            first: None,
            second: None,
            third: None,
            none: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("first", "first"),
                runtime::Field::optional("second", "second"),
                runtime::Field::optional("third", "third"),
                runtime::Field::optional("none", "none"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.first,
            1 => &self.second,
            2 => &self.third,
            3 => &self.none,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.first,
            1 => &mut self.second,
            2 => &mut self.third,
            3 => &mut self.none,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.first`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingFirst {
    /// `a`: The a.
    Alpha,
    /// `b`: The b.
    Beta,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingFirst {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Alpha => "a",
            Self::Beta => "b",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingFirst {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::Alpha,
            "b" => Self::Beta,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingFirst);

/// The value of `Thing.second`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingSecond {
    /// `1`
    One,
    /// `2`
    Two,
    /// A value that this version does not know, as it was sent.
    Other(i64),
}

impl ThingSecond {
    /// The value on the wire.
    #[inline]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Other(number) => *number,
        }
    }
}

impl From<i64> for ThingSecond {
    #[inline]
    fn from(number: i64) -> Self {
        match number {
            1 => Self::One,
            2 => Self::Two,
            unknown => Self::Other(unknown),
        }
    }
}

runtime::open_number!(ThingSecond);

/// The value of `Thing.third`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingThird {
    /// `x`: The x.
    Ex,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingThird {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ex => "x",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingThird {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "x" => Self::Ex,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingThird);

/// The value of `Thing.none`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingNone {
    /// `10.0`
    Value10_0,
    /// `>=`
    GreaterEqual,
    /// ` `
    Empty,
    /// `2nd`
    Value2nd,
    /// `Self`
    SelfValue,
    /// `übrig`
    Übrig,
    /// `a-b`
    AB,
    /// `a_b`
    AUnderscoreB,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingNone {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Value10_0 => "10.0",
            Self::GreaterEqual => ">=",
            Self::Empty => "",
            Self::Value2nd => "2nd",
            Self::SelfValue => "Self",
            Self::Übrig => "übrig",
            Self::AB => "a-b",
            Self::AUnderscoreB => "a_b",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingNone {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "10.0" => Self::Value10_0,
            ">=" => Self::GreaterEqual,
            "" => Self::Empty,
            "2nd" => Self::Value2nd,
            "Self" => Self::SelfValue,
            "übrig" => Self::Übrig,
            "a-b" => Self::AB,
            "a_b" => Self::AUnderscoreB,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingNone);
