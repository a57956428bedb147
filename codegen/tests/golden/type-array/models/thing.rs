//! `Thing`.

use crate::runtime::{self, Extra, Null, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            maybe: None,
            several: None,
            nothing: None,
            any: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("maybe", "maybe"),
                runtime::Field::optional("several", "several"),
                runtime::Field::optional("nothing", "nothing"),
                runtime::Field::optional("any", "any"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.maybe,
            1 => &self.several,
            2 => &self.nothing,
            3 => &self.any,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.maybe,
            1 => &mut self.several,
            2 => &mut self.nothing,
            3 => &mut self.any,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

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
    #[inline]
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for ThingSeveral {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<bool>> for ThingSeveral {
    #[inline]
    fn from(value: Vec<bool>) -> Self {
        Self::BoolList(value)
    }
}

impl runtime::Wire for ThingSeveral {
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
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::Integer(value) => value,
            Self::String(value) => value,
            Self::BoolList(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Integer(r.value()),
            1 => Self::String(r.value()),
            2 => Self::BoolList(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(ThingSeveral);
