//! `Thing`.

use super::Colour;
use crate::runtime::{self, Extra};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `named`.
    pub named: Option<BTreeMap<Colour, i64>>,
    /// `inline`.
    pub inline: Option<BTreeMap<ThingInlineKey, Vec<String>>>,
    /// `nested`.
    pub nested: Option<BTreeMap<String, BTreeMap<String, Option<bool>>>>,
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
                runtime::Field::optional("named", "named"),
                runtime::Field::optional("inline", "inline"),
                runtime::Field::optional("nested", "nested"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.named,
            1 => &self.inline,
            _ => &self.nested,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.named,
            1 => &mut self.inline,
            _ => &mut self.nested,
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

/// The value of `Thing.inline.*`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingInlineKey {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingInlineKey {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingInlineKey {
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::A,
            "b" => Self::B,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingInlineKey);
