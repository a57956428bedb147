//! `Change`.

use super::Row;
use crate::runtime::{self, Extra, Value};

/// The schema `Change`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Change {
    /// Told by `text`.
    Text(ChangeText),
    /// Told by `row`.
    Row(ChangeRow),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<ChangeText> for Change {
    #[inline]
    fn from(value: ChangeText) -> Self {
        Self::Text(value)
    }
}

impl From<ChangeRow> for Change {
    #[inline]
    fn from(value: ChangeRow) -> Self {
        Self::Row(value)
    }
}

impl runtime::Wire for Change {
    #[inline]
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::UnionShape = runtime::UnionShape::new(
            Some("event"),
            &[
                runtime::BranchShape {
                    tags: &["text"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("event", runtime::Kinds::STRING)
                            .among(&[runtime::Literal::String("text")]),
                        runtime::FieldRule::required("data", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    tags: &["row"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("event", runtime::Kinds::STRING)
                            .among(&[runtime::Literal::String("row")]),
                        runtime::FieldRule::required("data", runtime::Kinds::OBJECT),
                    ],
                    ..runtime::BranchShape::ANY
                },
            ],
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::Text(value) => value,
            Self::Row(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Text(r.value()),
            1 => Self::Row(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Change);

/// The value of `Change.Text`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChangeText {
    /// `event`.
    pub event: ChangeTextEvent,
    /// `data`.
    pub data: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ChangeText {
    /// One with the properties that must be there; those that can have only one value have it.
    #[inline]
    pub fn new(data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            event: ChangeTextEvent::Text,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ChangeText {
    #[inline]
    fn blank() -> Self {
        Self {
            event: runtime::Wire::blank(),
            data: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ChangeText",
            &[
                runtime::Field::required("event", "event"),
                runtime::Field::required("data", "data"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.event,
            1 => &self.data,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.event,
            1 => &mut self.data,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ChangeText);

/// The value of `Change.Row`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChangeRow {
    /// `event`.
    pub event: ChangeRowEvent,
    /// `data`.
    pub data: Row,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ChangeRow {
    /// One with the properties that must be there; those that can have only one value have it.
    #[inline]
    pub fn new(data: Row) -> Self {
        Self {
            data,
            event: ChangeRowEvent::Row,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ChangeRow {
    #[inline]
    fn blank() -> Self {
        Self {
            event: runtime::Wire::blank(),
            data: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ChangeRow",
            &[
                runtime::Field::required("event", "event"),
                runtime::Field::required("data", "data"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.event,
            1 => &self.data,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.event,
            1 => &mut self.data,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ChangeRow);

/// The value of `Change.Text.event`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ChangeTextEvent {
    /// `text`
    Text,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ChangeTextEvent {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text => "text",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ChangeTextEvent {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "text" => Self::Text,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ChangeTextEvent);

/// The value of `Change.Row.event`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ChangeRowEvent {
    /// `row`
    Row,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ChangeRowEvent {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Row => "row",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ChangeRowEvent {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "row" => Self::Row,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ChangeRowEvent);
