//! `Thing`.

use super::{Bank, Card};
use crate::runtime::{self, Value};

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `Card`.
    Card(Card),
    /// `Bank`.
    Bank(Bank),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<Card> for Thing {
    #[inline]
    fn from(value: Card) -> Self {
        Self::Card(value)
    }
}

impl From<Bank> for Thing {
    #[inline]
    fn from(value: Bank) -> Self {
        Self::Bank(value)
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
            None,
            &[
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("number", runtime::Kinds::STRING),
                        runtime::FieldRule::optional("brand", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("iban", runtime::Kinds::STRING),
                    ],
                    closed: true,
                    ..runtime::BranchShape::ANY
                },
            ],
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::Card(value) => value,
            Self::Bank(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Card(r.value()),
            1 => Self::Bank(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Thing);
