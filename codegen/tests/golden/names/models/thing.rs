//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `type`.
    pub r#type: Option<String>,
    /// `self`.
    pub self_: Option<String>,
    /// `3d`.
    pub _3d: Option<String>,
    /// `@id`.
    pub id: Option<String>,
    /// `a-b`.
    pub a_minus_b: Option<String>,
    /// `a_b`.
    pub a_b: Option<String>,
    /// ` `.
    pub empty: Option<String>,
    /// `\u{202e}"#![x]*/`.
    pub x: Option<String>,
    /// `additional_properties`.
    pub additional_underscore_properties: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `type`.
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }
    /// Sets `self`.
    pub fn with_self(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }
    /// Sets `3d`.
    pub fn with_3d(mut self, _3d: impl Into<String>) -> Self {
        self._3d = Some(_3d.into());
        self
    }
    /// Sets `@id`.
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
    /// Sets `a-b`.
    pub fn with_a_minus_b(mut self, a_minus_b: impl Into<String>) -> Self {
        self.a_minus_b = Some(a_minus_b.into());
        self
    }
    /// Sets `a_b`.
    pub fn with_a_b(mut self, a_b: impl Into<String>) -> Self {
        self.a_b = Some(a_b.into());
        self
    }
    /// Sets ` `.
    pub fn with_empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
        self
    }
    /// Sets `\u{202e}"#![x]*/`.
    pub fn with_x(mut self, x: impl Into<String>) -> Self {
        self.x = Some(x.into());
        self
    }
    /// Sets `additional_properties`.
    pub fn with_additional_underscore_properties(
        mut self,
        additional_underscore_properties: impl Into<String>,
    ) -> Self {
        self.additional_underscore_properties = Some(
            additional_underscore_properties.into(),
        );
        self
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("type", "type"),
                runtime::Field::optional("self", "self_"),
                runtime::Field::optional("3d", "_3d"),
                runtime::Field::optional("@id", "id"),
                runtime::Field::optional("a-b", "a_minus_b"),
                runtime::Field::optional("a_b", "a_b"),
                runtime::Field::optional("", "empty"),
                runtime::Field::optional("\u{202e}\"#![x]*/", "x"),
                runtime::Field::optional(
                    "additional_properties",
                    "additional_underscore_properties",
                ),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.r#type,
            1 => &self.self_,
            2 => &self._3d,
            3 => &self.id,
            4 => &self.a_minus_b,
            5 => &self.a_b,
            6 => &self.empty,
            7 => &self.x,
            _ => &self.additional_underscore_properties,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.r#type,
            1 => &mut self.self_,
            2 => &mut self._3d,
            3 => &mut self.id,
            4 => &mut self.a_minus_b,
            5 => &mut self.a_b,
            6 => &mut self.empty,
            7 => &mut self.x,
            _ => &mut self.additional_underscore_properties,
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
