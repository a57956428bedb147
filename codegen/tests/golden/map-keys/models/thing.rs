//! `Thing`.

use super::Colour;
use crate::runtime::{self, Extra};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            named: None,
            inline: None,
            nested: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("named", "named"),
                runtime::Field::optional("inline", "inline"),
                runtime::Field::optional("nested", "nested"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.named,
            1 => &self.inline,
            2 => &self.nested,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.named,
            1 => &mut self.inline,
            2 => &mut self.nested,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.inline.*`.
#[derive(Clone)]
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
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingInlineKey {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::A,
            "b" => Self::B,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingInlineKey);

runtime::key!(ThingInlineKey, | text | Some(text.into()));
