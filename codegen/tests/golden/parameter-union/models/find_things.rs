//! `findThings`.

use super::{FromModel, Named, Point};
use crate::runtime::{self, Value};

/// The value of `findThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsAt {
    /// `Integer`.
    Integer(i64),
    /// `StringList`.
    StringList(Vec<String>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<i64> for FindThingsAt {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<Vec<String>> for FindThingsAt {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl runtime::Wire for FindThingsAt {
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
                    kinds: runtime::Kinds::ARRAY,
                    items: runtime::Kinds::STRING,
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
            Self::StringList(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Integer(r.value()),
            1 => Self::StringList(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(FindThingsAt);

/// The value of `findThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsIds {
    /// `IntegerList`.
    IntegerList(Vec<i64>),
    /// `String`.
    String(String),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<Vec<i64>> for FindThingsIds {
    #[inline]
    fn from(value: Vec<i64>) -> Self {
        Self::IntegerList(value)
    }
}

impl From<String> for FindThingsIds {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl runtime::Wire for FindThingsIds {
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
                    kinds: runtime::Kinds::ARRAY,
                    items: runtime::Kinds::INTEGER,
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
            Self::IntegerList(value) => value,
            Self::String(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::IntegerList(r.value()),
            1 => Self::String(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(FindThingsIds);

/// The value of `findThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsNear {
    /// `Point`.
    Point(Point),
    /// `String`.
    String(String),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<Point> for FindThingsNear {
    #[inline]
    fn from(value: Point) -> Self {
        Self::Point(value)
    }
}

impl From<String> for FindThingsNear {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl runtime::Wire for FindThingsNear {
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
                        runtime::FieldRule::required("lat", runtime::Kinds::NUMBER),
                        runtime::FieldRule::optional("lon", runtime::Kinds::NUMBER),
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
            Self::Point(value) => value,
            Self::String(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Point(r.value()),
            1 => Self::String(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(FindThingsNear);

/// The value of `findThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsDeep {
    /// `FromModel`.
    FromModel(FromModel),
    /// `Named`.
    Named(Named),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<FromModel> for FindThingsDeep {
    #[inline]
    fn from(value: FromModel) -> Self {
        Self::FromModel(value)
    }
}

impl From<Named> for FindThingsDeep {
    #[inline]
    fn from(value: Named) -> Self {
        Self::Named(value)
    }
}

impl runtime::Wire for FindThingsDeep {
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
                        runtime::FieldRule::required("from", runtime::Kinds::INTEGER),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("name", runtime::Kinds::STRING),
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
            Self::FromModel(value) => value,
            Self::Named(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::FromModel(r.value()),
            1 => Self::Named(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(FindThingsDeep);

/// The value of `findThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsXSort {
    /// `Bool`.
    Bool(bool),
    /// `StringList`.
    StringList(Vec<String>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<bool> for FindThingsXSort {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Vec<String>> for FindThingsXSort {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl runtime::Wire for FindThingsXSort {
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
                    kinds: runtime::Kinds::BOOL,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::ARRAY,
                    items: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
            ],
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::Bool(value) => value,
            Self::StringList(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Bool(r.value()),
            1 => Self::StringList(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(FindThingsXSort);

/// The value of `findThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsMode {
    /// `Integer`.
    Integer(i64),
    /// `Point`.
    Point(Point),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<i64> for FindThingsMode {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<Point> for FindThingsMode {
    #[inline]
    fn from(value: Point) -> Self {
        Self::Point(value)
    }
}

impl runtime::Wire for FindThingsMode {
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
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("lat", runtime::Kinds::NUMBER),
                        runtime::FieldRule::optional("lon", runtime::Kinds::NUMBER),
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
            Self::Integer(value) => value,
            Self::Point(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Integer(r.value()),
            1 => Self::Point(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(FindThingsMode);
