//! `Thing`.

use crate::runtime::{self, Extra, Null, Value};

/// The schema `Thing`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `maybe`.
    pub maybe: Option<Option<String>>,
    /// `several`.
    pub several: Option<ThingSeveral>,
    /// `nothing`.
    pub nothing: Option<Null>,
    /// `any`.
    pub any: Option<Value>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("maybe", "maybe"),
                runtime::Field::optional("several", "several"),
                runtime::Field::optional("nothing", "nothing"),
                runtime::Field::optional("any", "any"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.maybe,
            1 => &self.several,
            2 => &self.nothing,
            _ => &self.any,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.maybe,
            1 => &mut self.several,
            2 => &mut self.nothing,
            _ => &mut self.any,
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

/// The value of `Thing.several`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingSeveral {
    /// `Integer`.
    Integer(i64),
    /// `String`.
    String(String),
    /// `BoolList`.
    BoolList(Vec<bool>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<i64> for ThingSeveral {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for ThingSeveral {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<bool>> for ThingSeveral {
    fn from(value: Vec<bool>) -> Self {
        Self::BoolList(value)
    }
}

impl runtime::Wire for ThingSeveral {
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
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::ARRAY,
                    items: runtime::Kinds::BOOL,
                    ..runtime::BranchShape::ANY
                },
            ],
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::Integer(r.value()),
                1 => Self::String(r.value()),
                2 => Self::BoolList(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Integer(value) => runtime::Wire::write(value, w),
            Self::String(value) => runtime::Wire::write(value, w),
            Self::BoolList(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}
