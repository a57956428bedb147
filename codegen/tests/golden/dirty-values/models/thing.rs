//! `Thing`.

use crate::runtime::{self, Extra, Tuple, Value};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
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
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
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
        };
        &SHAPE
    }
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
            _ => &self.single,
        }
    }
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
            _ => &mut self.single,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::default);

/// The value of `Thing.state`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingState {
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingTwice {
    /// `a`
    A,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingTwice {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingTwice {
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::A,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingTwice);

/// The value of `Thing.numbers`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    pub fn as_str(&self) -> &str {
        match self {
            Self::Value1 => "1",
            Self::True => "true",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingNumbers {
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingSingle {
    /// `only`
    Only,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingSingle {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Only => "only",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingSingle {
    fn from(text: &str) -> Self {
        match text {
            "only" => Self::Only,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingSingle);
