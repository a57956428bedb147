//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `limit`.
    pub limit: Option<Option<ThingLimit>>,
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
            fields: &[runtime::Field::optional("limit", "limit")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.limit
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.limit
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::default);

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
    fn from(value: runtime::Value) -> Self {
        Self::known(&value).unwrap_or(Self::Other(value))
    }
}

runtime::open_value!(ThingLimit);
