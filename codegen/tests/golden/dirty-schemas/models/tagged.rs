//! `Tagged`.

use super::{Cat, Dog};
use crate::runtime::{self, Value};

/// The schema `Tagged`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tagged {
    /// Told by `pet`.
    Cat(Cat),
    /// `Dog`.
    Dog(Dog),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<Cat> for Tagged {
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Tagged {
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

impl runtime::Wire for Tagged {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: Some("kind"),
            branches: &[
                runtime::BranchShape {
                    tags: &["pet"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
            ],
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::Cat(r.value()),
                1 => Self::Dog(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Cat(value) => runtime::Wire::write(value, w),
            Self::Dog(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}
