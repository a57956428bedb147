//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingObject {
    /// `r`.
    pub r: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingObject {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `r`.
    #[inline]
    pub fn with_r(mut self, r: i64) -> Self {
        self.r = Some(r);
        self
    }
}

impl runtime::Wire for GetThingObject {
    #[inline]
    fn blank() -> Self {
        Self {
            r: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingObject",
            &[runtime::Field::optional("r", "r")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.r,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.r,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingObject, Default);

/// The value of `getThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingJson {
    /// `a`.
    pub a: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingJson {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `a`.
    #[inline]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

impl runtime::Wire for GetThingJson {
    #[inline]
    fn blank() -> Self {
        Self {
            a: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingJson",
            &[runtime::Field::optional("a", "a")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingJson, Default);

/// The value of `getThing`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum GetThingExt {
    /// `png`
    Png,
    /// `gif`
    Gif,
}

impl GetThingExt {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Png => "png",
            Self::Gif => "gif",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "png" => Some(Self::Png),
            "gif" => Some(Self::Gif),
            _ => None,
        }
    }
}

runtime::closed_text!(GetThingExt, GetThingExt::Png);
