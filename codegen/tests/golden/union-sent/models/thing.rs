//! `Thing`.

use super::{Cat, Dog};
use crate::runtime::{self, Value};

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// Told by `cat`.
    Cat(Cat),
    /// Told by `hound`.
    Dog(Dog),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<Cat> for Thing {
    #[inline]
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Thing {
    #[inline]
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::UnionShape = runtime::UnionShape::new(
            Some("kind"),
            &[
                runtime::BranchShape {
                    tags: &["cat"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                        runtime::FieldRule::required("lives", runtime::Kinds::INTEGER),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    tags: &["hound"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                        runtime::FieldRule::required("owner", runtime::Kinds::OBJECT),
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
            Self::Cat(value) => value,
            Self::Dog(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Cat(r.value()),
            1 => Self::Dog(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Thing);
