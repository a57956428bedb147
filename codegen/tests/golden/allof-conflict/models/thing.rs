//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `a`.
    pub a: Option<i64>,
    /// `b`.
    pub b: Option<i64>,
    /// `c`.
    pub c: Option<ThingC>,
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
                runtime::Field::optional("a", "a"),
                runtime::Field::optional("b", "b"),
                runtime::Field::optional("c", "c"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            1 => &self.b,
            _ => &self.c,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            1 => &mut self.b,
            _ => &mut self.c,
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

/// The value of `Thing.c`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingC {
    /// `y`
    Y,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingC {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Y => "y",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingC {
    fn from(text: &str) -> Self {
        match text {
            "y" => Self::Y,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingC);
