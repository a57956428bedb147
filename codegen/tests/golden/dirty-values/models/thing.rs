//! `Thing`.

use crate::runtime::{self, Extra, Tuple, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `age`.
    pub age: Option<i64>,
    /// `size`.
    pub size: Option<i64>,
    /// `state`.
    pub state: Option<ThingState>,
    /// `list`.
    pub list: Option<Vec<Value>>,
    /// `tuple`.
    pub tuple: Option<Tuple<(String, i64), Value>>,
    /// `none`.
    pub none: Option<String>,
    /// `twice`.
    pub twice: Option<ThingTwice>,
    /// `numbers`.
    pub numbers: Option<ThingNumbers>,
    /// `single`.
    pub single: Option<ThingSingle>,
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
            age: None,
            size: None,
            state: None,
            list: None,
            tuple: None,
            none: None,
            twice: None,
            numbers: None,
            single: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("age", "age"),
                runtime::Field::optional("size", "size"),
                runtime::Field::optional("state", "state"),
                runtime::Field::optional("list", "list"),
                runtime::Field::optional("tuple", "tuple"),
                runtime::Field::optional("none", "none"),
                runtime::Field::optional("twice", "twice"),
                runtime::Field::optional("numbers", "numbers"),
                runtime::Field::optional("single", "single"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.age,
            1 => &self.size,
            2 => &self.state,
            3 => &self.list,
            4 => &self.tuple,
            5 => &self.none,
            6 => &self.twice,
            7 => &self.numbers,
            8 => &self.single,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.age,
            1 => &mut self.size,
            2 => &mut self.state,
            3 => &mut self.list,
            4 => &mut self.tuple,
            5 => &mut self.none,
            6 => &mut self.twice,
            7 => &mut self.numbers,
            8 => &mut self.single,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.state`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingState {
    /// `on`
    On,
    /// `off`
    Off,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingState {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingState {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "on" => Self::On,
            "off" => Self::Off,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingState);

/// The value of `Thing.twice`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingTwice {
    /// `a`
    A,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingTwice {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingTwice {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::A,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingTwice);

/// The value of `Thing.numbers`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingNumbers {
    /// `1`
    Value1,
    /// `true`
    True,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingNumbers {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Value1 => "1",
            Self::True => "true",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingNumbers {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "1" => Self::Value1,
            "true" => Self::True,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingNumbers);

/// The value of `Thing.single`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingSingle {
    /// `only`
    Only,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingSingle {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Only => "only",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingSingle {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "only" => Self::Only,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingSingle);
