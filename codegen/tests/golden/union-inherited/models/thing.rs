//! `Thing`.

use super::{Cat, Dog};
use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// Told by `kitty`.
    Cat(Cat),
    /// Told by `Dog`.
    Dog(Dog),
    /// Told by `Thing`.
    Base(ThingBase),
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

impl From<ThingBase> for Thing {
    #[inline]
    fn from(value: ThingBase) -> Self {
        Self::Base(value)
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
                    tags: &["kitty"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    tags: &["Dog"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    tags: &["Thing"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING),
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
            Self::Base(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Cat(r.value()),
            1 => Self::Dog(r.value()),
            2 => Self::Base(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Thing);

/// The value of `Thing.Base`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingBase {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingBase {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingBase {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            name: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingBase",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("name", "name"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.name,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.name,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingBase);
