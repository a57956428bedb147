//! `Action`.

use super::{Move, Stop};
use crate::runtime::{self, Value};

/// The schema `Action`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Action {
    /// Told by `move`.
    Move(Move),
    /// Told by `stop`.
    Stop(Stop),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<Move> for Action {
    #[inline]
    fn from(value: Move) -> Self {
        Self::Move(value)
    }
}

impl From<Stop> for Action {
    #[inline]
    fn from(value: Stop) -> Self {
        Self::Stop(value)
    }
}

impl runtime::Wire for Action {
    #[inline]
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::UnionShape = runtime::UnionShape::new(
            Some("type"),
            &[
                runtime::BranchShape {
                    tags: &["move"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("type", runtime::Kinds::STRING),
                        runtime::FieldRule::required("speed", runtime::Kinds::INTEGER),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    tags: &["stop"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("type", runtime::Kinds::STRING),
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
            Self::Move(value) => value,
            Self::Stop(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Move(r.value()),
            1 => Self::Stop(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Action);
