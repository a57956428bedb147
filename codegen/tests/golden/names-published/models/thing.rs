//! `thing`.

use crate::runtime::{self, Extra};

/// The schema `thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `foo_bar`.
    pub foo_underscore_bar: Option<String>,
    /// `fooBar`.
    pub foo_bar: Option<String>,
    /// `state`.
    pub state: Option<ThingState>,
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
            foo_underscore_bar: None,
            foo_bar: None,
            state: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("foo_bar", "foo_underscore_bar"),
                runtime::Field::optional("fooBar", "foo_bar"),
                runtime::Field::optional("state", "state"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.foo_underscore_bar,
            1 => &self.foo_bar,
            2 => &self.state,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.foo_underscore_bar,
            1 => &mut self.foo_bar,
            2 => &mut self.state,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `thing.state`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingState {
    /// `toDay`
    ToDay2,
    /// `to_day`
    ToDay,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingState {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ToDay2 => "toDay",
            Self::ToDay => "to_day",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingState {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "toDay" => Self::ToDay2,
            "to_day" => Self::ToDay,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingState);
