//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, Default, PartialEq)]
pub struct GetThingObject {
    /// `r`.
    pub r: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingObject {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `r`.
    pub fn with_r(mut self, r: i64) -> Self {
        self.r = Some(r);
        self
    }
}

impl runtime::Object for GetThingObject {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "GetThingObject",
            fields: &[runtime::Field::optional("r", "r")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.r
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.r
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(GetThingObject, GetThingObject::default);

/// The value of `getThing`.
#[derive(Clone, Default, PartialEq)]
pub struct GetThingJson {
    /// `a`.
    pub a: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingJson {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `a`.
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

impl runtime::Object for GetThingJson {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "GetThingJson",
            fields: &[runtime::Field::optional("a", "a")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.a
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.a
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(GetThingJson, GetThingJson::default);

/// The value of `getThing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GetThingExt {
    /// `png`
    Png,
    /// `gif`
    Gif,
}

impl GetThingExt {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Png => "png",
            Self::Gif => "gif",
        }
    }
    fn known(text: &str) -> Option<Self> {
        match text {
            "png" => Some(Self::Png),
            "gif" => Some(Self::Gif),
            _ => None,
        }
    }
}

runtime::closed_text!(GetThingExt, GetThingExt::Png);
