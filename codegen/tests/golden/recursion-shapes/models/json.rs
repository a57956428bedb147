//! `Json`.

use crate::runtime::{self, Value};
use std::collections::BTreeMap;

/// The schema `Json`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Json {
    /// `String`.
    String(String),
    /// `JsonList`.
    JsonList(Vec<Json>),
    /// `JsonMap`.
    JsonMap(BTreeMap<String, Json>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<Json>> for Json {
    fn from(value: Vec<Json>) -> Self {
        Self::JsonList(value)
    }
}

impl From<BTreeMap<String, Json>> for Json {
    fn from(value: BTreeMap<String, Json>) -> Self {
        Self::JsonMap(value)
    }
}

impl runtime::Wire for Json {
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
                    items: runtime::Kinds::STRING
                        .or(runtime::Kinds::ARRAY)
                        .or(runtime::Kinds::OBJECT),
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    ..runtime::BranchShape::ANY
                },
            ],
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::String(r.value()),
                1 => Self::JsonList(r.value()),
                2 => Self::JsonMap(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::String(value) => runtime::Wire::write(value, w),
            Self::JsonList(value) => runtime::Wire::write(value, w),
            Self::JsonMap(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}
