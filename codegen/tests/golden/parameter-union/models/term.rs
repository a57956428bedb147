//! `Term`.

use crate::runtime::{self, Value};

/// The schema `Term`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Term {
    /// `Integer`.
    Integer(i64),
    /// `String`.
    String(String),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<i64> for Term {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for Term {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl runtime::Wire for Term {
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
            ],
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::Integer(value) => value,
            Self::String(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Integer(r.value()),
            1 => Self::String(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Term);
