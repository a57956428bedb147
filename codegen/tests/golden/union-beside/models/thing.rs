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
    fn from(value: ThingCard) -> Self {
        Self::Card(value)
    }
}

impl From<ThingIban> for Thing {
    fn from(value: ThingIban) -> Self {
        Self::Iban(value)
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
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::Card(r.value()),
                1 => Self::Iban(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Card(value) => runtime::Wire::write(value, w),
            Self::Iban(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}

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
    pub fn new(id: impl Into<String>, number: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            number: number.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            number: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingCard {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingCard",
            fields: &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("number", "number"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            _ => &self.number,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            _ => &mut self.number,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingCard, ThingCard::blank);

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
    pub fn new(id: impl Into<String>, iban: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            iban: iban.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            iban: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingIban {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingIban",
            fields: &[
                runtime::Field::required("id", "id"),
                runtime::Field::required("iban", "iban"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            _ => &self.iban,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            _ => &mut self.iban,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingIban, ThingIban::blank);
