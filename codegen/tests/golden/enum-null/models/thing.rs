//! `Thing`.

use crate::runtime::{self, Extra, Null, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `state`.
    pub state: Option<ThingState>,
    /// `level`.
    pub level: Option<Option<ThingLevel>>,
    /// `only`.
    pub only: Option<Null>,
    /// `truth`.
    ///
    /// Bounds: `const: true`.
    pub truth: Option<bool>,
    /// `number`.
    pub number: Option<ThingNumber>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(state: Option<ThingState>) -> Self {
        Self {
            state,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            state: runtime::Wire::blank(),
            level: None,
            only: None,
            truth: None,
            number: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("state", "state"),
                runtime::Field::optional("level", "level"),
                runtime::Field::optional("only", "only"),
                runtime::Field::optional("truth", "truth"),
                runtime::Field::optional("number", "number"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.state,
            1 => &self.level,
            2 => &self.only,
            3 => &self.truth,
            4 => &self.number,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.state,
            1 => &mut self.level,
            2 => &mut self.only,
            3 => &mut self.truth,
            4 => &mut self.number,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);

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

/// The value of `Thing.level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingLevel {
    /// `1`
    Value1,
    /// A value that this version does not know, as it was sent.
    Other(i64),
}

impl ThingLevel {
    /// The value on the wire.
    #[inline]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Value1 => 1,
            Self::Other(number) => *number,
        }
    }
}

impl From<i64> for ThingLevel {
    #[inline]
    fn from(number: i64) -> Self {
        match number {
            1 => Self::Value1,
            unknown => Self::Other(unknown),
        }
    }
}

runtime::open_number!(ThingLevel);

/// The value of `Thing.number`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingNumber {
    /// `0.5`
    Value0Point5,
    /// `1`
    Value1,
    /// A value that this version does not know, as it was sent.
    Other(Value),
}

impl ThingNumber {
    const VALUES: &'static [&'static str] = &["0.5", "1"];
    /// The value on the wire.
    #[inline]
    pub fn to_value(&self) -> runtime::Value {
        let index = match self {
            Self::Value0Point5 => 0,
            Self::Value1 => 1,
            Self::Other(value) => return value.clone(),
        };
        runtime::constant(Self::VALUES[index])
    }

    fn known(value: &runtime::Value) -> Option<Self> {
        match runtime::find_constant(Self::VALUES, value) {
            Some(0) => Some(Self::Value0Point5),
            Some(1) => Some(Self::Value1),
            _ => None,
        }
    }
}

impl From<runtime::Value> for ThingNumber {
    #[inline]
    fn from(value: runtime::Value) -> Self {
        Self::known(&value).unwrap_or(Self::Other(value))
    }
}

runtime::open_value!(ThingNumber);
