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
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<Json>> for Json {
    #[inline]
    fn from(value: Vec<Json>) -> Self {
        Self::JsonList(value)
    }
}

impl From<BTreeMap<String, Json>> for Json {
    #[inline]
    fn from(value: BTreeMap<String, Json>) -> Self {
        Self::JsonMap(value)
    }
}

impl runtime::Wire for Json {
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
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::String(value) => value,
            Self::JsonList(value) => value,
            Self::JsonMap(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::String(r.value()),
            1 => Self::JsonList(r.value()),
            2 => Self::JsonMap(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Json);
