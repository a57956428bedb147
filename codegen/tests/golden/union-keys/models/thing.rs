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
    fn from(value: Card) -> Self {
        Self::Card(value)
    }
}

impl From<Bank> for Thing {
    fn from(value: Bank) -> Self {
        Self::Bank(value)
    }
}

impl runtime::Wire for Thing {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: None,
            branches: &[
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
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::Card(r.value()),
                1 => Self::Bank(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Card(value) => runtime::Wire::write(value, w),
            Self::Bank(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}
