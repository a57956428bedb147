//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `Card`.
    Card(ThingCard),
    /// `Iban`.
    Iban(ThingIban),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<ThingCard> for Thing {
    #[inline]
    fn from(value: ThingCard) -> Self {
        Self::Card(value)
    }
}

impl From<ThingIban> for Thing {
    #[inline]
    fn from(value: ThingIban) -> Self {
        Self::Iban(value)
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
                        runtime::FieldRule::required("id", runtime::Kinds::STRING),
                        runtime::FieldRule::required("number", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("id", runtime::Kinds::STRING),
                        runtime::FieldRule::required("iban", runtime::Kinds::STRING),
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
            Self::Card(value) => value,
            Self::Iban(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Card(r.value()),
            1 => Self::Iban(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Thing);

/// The value of `Thing.Card`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingCard {
    /// `id`.
    pub id: String,
    /// `number`.
    pub number: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingCard {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: impl Into<String>, number: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            number: number.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingCard {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            number: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingCard",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("number", "number"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.number,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.number,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingCard);

/// The value of `Thing.Iban`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingIban {
    /// `id`.
    pub id: String,
    /// `iban`.
    pub iban: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingIban {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: impl Into<String>, iban: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            iban: iban.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingIban {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            iban: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingIban",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("iban", "iban"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.iban,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.iban,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingIban);
