//! `Cat.owner`.

use crate::runtime::{self, Extra, Value};

/// The value of `Cat.owner`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CatOwner {
    /// `String`.
    String(String),
    /// `Object`.
    Object(CatOwnerObject),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for CatOwner {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<CatOwnerObject> for CatOwner {
    #[inline]
    fn from(value: CatOwnerObject) -> Self {
        Self::Object(value)
    }
}

impl runtime::Wire for CatOwner {
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
                    kinds: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("id", runtime::Kinds::INTEGER),
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
            Self::String(value) => value,
            Self::Object(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::String(r.value()),
            1 => Self::Object(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(CatOwner);

/// The value of `Cat.owner.Object`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CatOwnerObject {
    /// `id`.
    pub id: i64,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl CatOwnerObject {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self {
            id,
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for CatOwnerObject {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "CatOwnerObject",
            &[runtime::Field::required("id", "id")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(CatOwnerObject);
