//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `limit`.
    pub limit: Option<Option<ThingLimit>>,
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
            limit: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[runtime::Field::optional("limit", "limit")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.limit,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.limit,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.limit`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingLimit {
    /// `none`
    None,
    /// `1`
    Value1,
    /// `2.5`
    Value2Point5,
    /// `true`
    True,
    /// A value that this version does not know, as it was sent.
    Other(Value),
}

impl ThingLimit {
    const VALUES: &'static [&'static str] = &["\"none\"", "1", "2.5", "true"];
    /// The value on the wire.
    #[inline]
    pub fn to_value(&self) -> runtime::Value {
        let index = match self {
            Self::None => 0,
            Self::Value1 => 1,
            Self::Value2Point5 => 2,
            Self::True => 3,
            Self::Other(value) => return value.clone(),
        };
        runtime::constant(Self::VALUES[index])
    }

    fn known(value: &runtime::Value) -> Option<Self> {
        match runtime::find_constant(Self::VALUES, value) {
            Some(0) => Some(Self::None),
            Some(1) => Some(Self::Value1),
            Some(2) => Some(Self::Value2Point5),
            Some(3) => Some(Self::True),
            _ => None,
        }
    }
}

impl From<runtime::Value> for ThingLimit {
    #[inline]
    fn from(value: runtime::Value) -> Self {
        Self::known(&value).unwrap_or(Self::Other(value))
    }
}

runtime::open_value!(ThingLimit);
