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
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<f64> for Thing {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<bool> for Thing {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Vec<String>> for Thing {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<i64>> for Thing {
    fn from(value: Vec<i64>) -> Self {
        Self::IntegerList(value)
    }
}

impl From<ThingObject> for Thing {
    fn from(value: ThingObject) -> Self {
        Self::Object(value)
    }
}

impl runtime::Wire for Thing {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: None,
            branches: &[
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
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
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
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::String(value) => runtime::Wire::write(value, w),
            Self::Number(value) => runtime::Wire::write(value, w),
            Self::Bool(value) => runtime::Wire::write(value, w),
            Self::StringList(value) => runtime::Wire::write(value, w),
            Self::IntegerList(value) => runtime::Wire::write(value, w),
            Self::Object(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}

/// The value of `Thing.Object`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingObject {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingObject {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for ThingObject {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingObject",
            fields: &[runtime::Field::optional("name", "name")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.name
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.name
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingObject, ThingObject::default);
