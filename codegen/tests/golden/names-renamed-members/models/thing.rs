//! `thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`.
    pub key: String,
    /// `size`.
    ///
    /// Default: `1`.
    pub length: Option<i64>,
    /// `state`.
    pub status: Option<ThingState>,
    /// `level`.
    pub level: Option<ThingLevel>,
    /// `mixed`.
    pub mixed: Option<ThingMixed>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `size`.
    #[inline]
    pub fn with_length(mut self, length: i64) -> Self {
        self.length = Some(length);
        self
    }

    /// Sets `state`.
    #[inline]
    pub fn with_status(mut self, status: impl Into<ThingState>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets `level`.
    #[inline]
    pub fn with_level(mut self, level: impl Into<ThingLevel>) -> Self {
        self.level = Some(level.into());
        self
    }

    /// Sets `mixed`.
    #[inline]
    pub fn with_mixed(mut self, mixed: impl Into<ThingMixed>) -> Self {
        self.mixed = Some(mixed.into());
        self
    }

    /// `size`, or `1` where it is absent.
    #[inline]
    pub fn length_or_default(&self) -> i64 {
        match &self.length {
            Some(value) => *value,
            None => 1,
        }
    }

    /// The former name of [`Self::with_length`].
    #[deprecated(note = "renamed to `with_length`")]
    #[inline]
    pub fn with_size(self, length: i64) -> Self {
        self.with_length(length)
    }

    /// The former name of [`Self::with_status`].
    #[deprecated(note = "renamed to `with_status`")]
    #[inline]
    pub fn with_state(self, status: impl Into<ThingState>) -> Self {
        self.with_status(status)
    }

    /// The former name of [`Self::length_or_default`].
    #[deprecated(note = "renamed to `length_or_default`")]
    #[inline]
    pub fn size_or_default(&self) -> i64 {
        self.length_or_default()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            key: runtime::Wire::blank(),
            length: None,
            status: None,
            level: None,
            mixed: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("id", "key"),
                runtime::Field::optional("size", "length"),
                runtime::Field::optional("state", "status"),
                runtime::Field::optional("level", "level"),
                runtime::Field::optional("mixed", "mixed"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.key,
            1 => &self.length,
            2 => &self.status,
            3 => &self.level,
            4 => &self.mixed,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.key,
            1 => &mut self.length,
            2 => &mut self.status,
            3 => &mut self.level,
            4 => &mut self.mixed,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);

/// The value of `thing.state`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ThingState {
    /// `on`
    Running,
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
            Self::Running => "on",
            Self::Off => "off",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingState {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "on" => Self::Running,
            "off" => Self::Off,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

#[allow(non_upper_case_globals)]
impl ThingState {
    /// The former name of [`Self::Running`].
    #[deprecated(note = "renamed to `Running`")]
    pub const Active: Self = Self::Running;
    /// The former name of [`Self::Running`].
    #[deprecated(note = "renamed to `Running`")]
    pub const On: Self = Self::Running;
}

runtime::open_text!(ThingState, derived);

/// The value of `thing.level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingLevel {
    /// `1`
    Low,
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
            Self::Low => 1,
            Self::Value2 => 2,
            Self::Other(number) => *number,
        }
    }
}

impl From<i64> for ThingLevel {
    #[inline]
    fn from(number: i64) -> Self {
        match number {
            1 => Self::Low,
            2 => Self::Value2,
            unknown => Self::Other(unknown),
        }
    }
}

#[allow(non_upper_case_globals)]
impl ThingLevel {
    /// The former name of [`Self::Low`].
    #[deprecated(note = "renamed to `Low`")]
    pub const Value1: Self = Self::Low;
}

runtime::open_number!(ThingLevel);

/// The value of `thing.mixed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingMixed {
    /// `1`
    Value1,
    /// `one`
    Word,
    /// `true`
    True,
    /// A value that this version does not know, as it was sent.
    Other(Value),
}

impl ThingMixed {
    const VALUES: &'static [&'static str] = &["1", "\"one\"", "true"];
    /// The value on the wire.
    #[inline]
    pub fn to_value(&self) -> runtime::Value {
        let index = match self {
            Self::Value1 => 0,
            Self::Word => 1,
            Self::True => 2,
            Self::Other(value) => return value.clone(),
        };
        runtime::constant(Self::VALUES[index])
    }

    fn known(value: &runtime::Value) -> Option<Self> {
        match runtime::find_constant(Self::VALUES, value) {
            Some(0) => Some(Self::Value1),
            Some(1) => Some(Self::Word),
            Some(2) => Some(Self::True),
            _ => None,
        }
    }
}

impl From<runtime::Value> for ThingMixed {
    #[inline]
    fn from(value: runtime::Value) -> Self {
        Self::known(&value).unwrap_or(Self::Other(value))
    }
}

#[allow(non_upper_case_globals)]
impl ThingMixed {
    /// The former name of [`Self::Word`].
    #[deprecated(note = "renamed to `Word`")]
    pub const One: Self = Self::Word;
}

runtime::open_value!(ThingMixed);
