//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `type`.
    #[inline]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Sets `self`.
    #[inline]
    pub fn with_self(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets `3d`.
    #[inline]
    pub fn with_3d(mut self, _3d: impl Into<String>) -> Self {
        self._3d = Some(_3d.into());
        self
    }

    /// Sets `@id`.
    #[inline]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `a-b`.
    #[inline]
    pub fn with_a_minus_b(mut self, a_minus_b: impl Into<String>) -> Self {
        self.a_minus_b = Some(a_minus_b.into());
        self
    }

    /// Sets `a_b`.
    #[inline]
    pub fn with_a_b(mut self, a_b: impl Into<String>) -> Self {
        self.a_b = Some(a_b.into());
        self
    }

    /// Sets ` `.
    #[inline]
    pub fn with_empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
        self
    }

    /// Sets `\u{202e}"#![x]*/`.
    #[inline]
    pub fn with_x(mut self, x: impl Into<String>) -> Self {
        self.x = Some(x.into());
        self
    }

    /// Sets `additional_properties`.
    #[inline]
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

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            r#type: None,
            self_: None,
            _3d: None,
            id: None,
            a_minus_b: None,
            a_b: None,
            empty: None,
            x: None,
            additional_underscore_properties: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
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
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
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
            8 => &self.additional_underscore_properties,
            _ => &self.additional_properties,
        }
    }

    #[inline]
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
            8 => &mut self.additional_underscore_properties,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
