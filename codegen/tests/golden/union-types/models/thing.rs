//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `String`.
    String(String),
    /// `Number`.
    Number(f64),
    /// `Bool`.
    Bool(bool),
    /// `StringList`.
    StringList(Vec<String>),
    /// `IntegerList`.
    IntegerList(Vec<i64>),
    /// `Object`.
    Object(ThingObject),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for Thing {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<f64> for Thing {
    #[inline]
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<bool> for Thing {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Vec<String>> for Thing {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<i64>> for Thing {
    #[inline]
    fn from(value: Vec<i64>) -> Self {
        Self::IntegerList(value)
    }
}

impl From<ThingObject> for Thing {
    #[inline]
    fn from(value: ThingObject) -> Self {
        Self::Object(value)
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::UnionShape = runtime::UnionShape::new(
            None,
            &[
                runtime::BranchShape {
                    kinds: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::NUMBER,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::BOOL,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::ARRAY,
                    items: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::ARRAY,
                    items: runtime::Kinds::INTEGER,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::optional("name", runtime::Kinds::STRING),
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
            Self::String(value) => value,
            Self::Number(value) => value,
            Self::Bool(value) => value,
            Self::StringList(value) => value,
            Self::IntegerList(value) => value,
            Self::Object(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::String(r.value()),
            1 => Self::Number(r.value()),
            2 => Self::Bool(r.value()),
            3 => Self::StringList(r.value()),
            4 => Self::IntegerList(r.value()),
            5 => Self::Object(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Thing);

/// The value of `Thing.Object`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingObject {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingObject {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for ThingObject {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingObject",
            &[runtime::Field::optional("name", "name")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingObject, Default);
