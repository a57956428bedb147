//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// Cat
    Cat(ThingCat),
    /// Dog
    Dog(ThingDog),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<ThingCat> for Thing {
    fn from(value: ThingCat) -> Self {
        Self::Cat(value)
    }
}

impl From<ThingDog> for Thing {
    fn from(value: ThingDog) -> Self {
        Self::Dog(value)
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
                    tags: &["cat"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING)
                            .among(&[runtime::Literal::String("cat")]),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    tags: &["dog", "hound"],
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("kind", runtime::Kinds::STRING)
                            .among(
                                &[
                                    runtime::Literal::String("dog"),
                                    runtime::Literal::String("hound"),
                                ],
                            ),
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

/// Cat
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingCat {
    /// `kind`.
    pub kind: ThingCatKind,
    /// `lives`.
    pub lives: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingCat {
    /// One with the properties that can have only one value.
    pub fn new() -> Self {
        Self {
            kind: ThingCatKind::Cat,
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            lives: None,
            additional_properties: Default::default(),
        }
    }
}

impl Default for ThingCat {
    fn default() -> Self {
        Self::new()
    }
}

impl runtime::Object for ThingCat {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingCat",
            fields: &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("lives", "lives"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            _ => &self.lives,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            _ => &mut self.lives,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingCat, ThingCat::blank);

/// Dog
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingDog {
    /// `kind`.
    pub kind: ThingDogKind,
    /// `tail`.
    pub tail: Option<bool>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingDog {
    /// One with the properties that must be there.
    pub fn new(kind: impl Into<ThingDogKind>) -> Self {
        Self {
            kind: kind.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            tail: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingDog {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingDog",
            fields: &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("tail", "tail"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            _ => &self.tail,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            _ => &mut self.tail,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingDog, ThingDog::blank);

/// The value of `Thing.Cat.kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingCatKind {
    /// `cat`
    Cat,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingCatKind {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cat => "cat",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingCatKind {
    fn from(text: &str) -> Self {
        match text {
            "cat" => Self::Cat,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingCatKind);

/// The value of `Thing.Dog.kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingDogKind {
    /// `dog`
    Dog,
    /// `hound`
    Hound,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingDogKind {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Dog => "dog",
            Self::Hound => "hound",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingDogKind {
    fn from(text: &str) -> Self {
        match text {
            "dog" => Self::Dog,
            "hound" => Self::Hound,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingDogKind);
