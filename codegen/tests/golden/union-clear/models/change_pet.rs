//! `changePet`.

use crate::runtime::{self, Extra, Value};

/// The value of `changePet`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChangePetBody {
    /// The new owner, or the empty text for nobody.
    pub owner: Option<ChangePetBodyOwner>,
    /// `until`.
    pub until: Option<ChangePetBodyUntil>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ChangePetBody {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `owner`.
    #[inline]
    pub fn with_owner(mut self, owner: impl Into<ChangePetBodyOwner>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets `until`.
    #[inline]
    pub fn with_until(mut self, until: impl Into<ChangePetBodyUntil>) -> Self {
        self.until = Some(until.into());
        self
    }
}

impl runtime::Wire for ChangePetBody {
    #[inline]
    fn blank() -> Self {
        Self {
            owner: None,
            until: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ChangePetBody",
            &[
                runtime::Field::optional("owner", "owner"),
                runtime::Field::optional("until", "until"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.owner,
            1 => &self.until,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.owner,
            1 => &mut self.until,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ChangePetBody, Default);

/// The new owner, or the empty text for nobody.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChangePetBodyOwner {
    /// `Object`.
    Object(ChangePetBodyOwnerObject),
    /// The empty text.
    Empty,
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<ChangePetBodyOwnerObject> for ChangePetBodyOwner {
    #[inline]
    fn from(value: ChangePetBodyOwnerObject) -> Self {
        Self::Object(value)
    }
}

impl runtime::Wire for ChangePetBodyOwner {
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
                        runtime::FieldRule::optional("name", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
            ],
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::Object(value) => value,
            Self::Empty => &runtime::Constant(""),
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Object(r.value()),
            1 => r.constant("", Self::Empty),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(ChangePetBodyOwner);

/// The value of `changePet.until`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChangePetBodyUntil {
    /// `Integer`.
    Integer(i64),
    /// The text `now`.
    Now,
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<i64> for ChangePetBodyUntil {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl runtime::Wire for ChangePetBodyUntil {
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
                    kinds: runtime::Kinds::INTEGER,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
            ],
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::Integer(value) => value,
            Self::Now => &runtime::Constant("now"),
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Integer(r.value()),
            1 => r.constant("now", Self::Now),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(ChangePetBodyUntil);

/// The value of `changePet.owner.Object`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChangePetBodyOwnerObject {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ChangePetBodyOwnerObject {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `name`.
    #[inline]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl runtime::Wire for ChangePetBodyOwnerObject {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ChangePetBodyOwnerObject",
            &[runtime::Field::optional("name", "name")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ChangePetBodyOwnerObject, Default);
