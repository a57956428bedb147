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
    #[inline]
    fn from(value: ThingCat) -> Self {
        Self::Cat(value)
    }
}

impl From<ThingDog> for Thing {
    #[inline]
    fn from(value: ThingDog) -> Self {
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
    #[inline]
    pub fn new() -> Self {
        Self {
            kind: ThingCatKind::Cat,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingCat {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            lives: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingCat",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("lives", "lives"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.lives,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.lives,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingCat, Default);

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
    #[inline]
    pub fn new(kind: impl Into<ThingDogKind>) -> Self {
        Self {
            kind: kind.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingDog {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            tail: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingDog",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::optional("tail", "tail"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.tail,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.tail,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingDog);

/// The value of `Thing.Cat.kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingCatKind {
    /// `cat`
    Cat,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingCatKind {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cat => "cat",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingCatKind {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "cat" => Self::Cat,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingCatKind);

/// The value of `Thing.Dog.kind`.
#[derive(Clone)]
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
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Dog => "dog",
            Self::Hound => "hound",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingDogKind {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "dog" => Self::Dog,
            "hound" => Self::Hound,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingDogKind);
