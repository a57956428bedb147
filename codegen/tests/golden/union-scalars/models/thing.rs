//! `Thing`.

use crate::runtime::{self, Extra, Formatted, Value};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `when`.
    pub when: Option<ThingWhen>,
    /// `many`.
    pub many: Option<Option<ThingMany>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `when`.
    pub fn with_when(mut self, when: impl Into<ThingWhen>) -> Self {
        self.when = Some(when.into());
        self
    }
    /// Sets `many`.
    pub fn with_many(mut self, many: Option<ThingMany>) -> Self {
        self.many = Some(many);
        self
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("when", "when"),
                runtime::Field::optional("many", "many"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.when,
            _ => &self.many,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.when,
            _ => &mut self.many,
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

/// The value of `Thing.when`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingWhen {
    /// `Integer`.
    Integer(i64),
    /// `DateTime`.
    DateTime(Formatted<jiff::Timestamp>),
    /// `Uuid`.
    Uuid(Formatted<uuid::Uuid>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<i64> for ThingWhen {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<Formatted<jiff::Timestamp>> for ThingWhen {
    fn from(value: Formatted<jiff::Timestamp>) -> Self {
        Self::DateTime(value)
    }
}

impl From<Formatted<uuid::Uuid>> for ThingWhen {
    fn from(value: Formatted<uuid::Uuid>) -> Self {
        Self::Uuid(value)
    }
}

impl runtime::Wire for ThingWhen {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: None,
            branches: &[
                runtime::BranchShape {
                    kinds: runtime::Kinds::INTEGER,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::STRING,
                    format: Some(runtime::has_format::<jiff::Timestamp>),
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::STRING,
                    format: Some(runtime::has_format::<uuid::Uuid>),
                    ..runtime::BranchShape::ANY
                },
            ],
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::Integer(r.value()),
                1 => Self::DateTime(r.value()),
                2 => Self::Uuid(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Integer(value) => runtime::Wire::write(value, w),
            Self::DateTime(value) => runtime::Wire::write(value, w),
            Self::Uuid(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}

/// The value of `Thing.many`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingMany {
    /// `String`.
    String(String),
    /// `StringList`.
    StringList(Vec<String>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for ThingMany {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<String>> for ThingMany {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl runtime::Wire for ThingMany {
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
                    kinds: runtime::Kinds::ARRAY,
                    items: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
            ],
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::String(r.value()),
                1 => Self::StringList(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::String(value) => runtime::Wire::write(value, w),
            Self::StringList(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}
