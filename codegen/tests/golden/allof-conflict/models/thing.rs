//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            a: None,
            b: None,
            c: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("a", "a"),
                runtime::Field::optional("b", "b"),
                runtime::Field::optional("c", "c"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            1 => &self.b,
            2 => &self.c,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            1 => &mut self.b,
            2 => &mut self.c,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.c`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingC {
    /// `y`
    Y,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingC {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Y => "y",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingC {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "y" => Self::Y,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingC);
