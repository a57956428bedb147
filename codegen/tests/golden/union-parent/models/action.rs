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
    fn from(value: Move) -> Self {
        Self::Move(value)
    }
}

impl From<Stop> for Action {
    fn from(value: Stop) -> Self {
        Self::Stop(value)
    }
}

impl runtime::Wire for Action {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: Some("type"),
            branches: &[
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
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::Move(r.value()),
                1 => Self::Stop(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Move(value) => runtime::Wire::write(value, w),
            Self::Stop(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}
