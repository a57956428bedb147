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
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Thing {
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

impl From<ThingBase> for Thing {
    fn from(value: ThingBase) -> Self {
        Self::Base(value)
    }
}

impl runtime::Wire for Thing {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: Some("kind"),
            branches: &[
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
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::Cat(r.value()),
                1 => Self::Dog(r.value()),
                2 => Self::Base(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Cat(value) => runtime::Wire::write(value, w),
            Self::Dog(value) => runtime::Wire::write(value, w),
            Self::Base(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}

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
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            name: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingBase {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingBase",
            fields: &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("name", "name"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            _ => &self.name,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            _ => &mut self.name,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingBase, ThingBase::blank);
