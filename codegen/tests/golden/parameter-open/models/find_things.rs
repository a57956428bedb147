//! `findThings`.

use crate::runtime::{self, Extra, Formatted, Value};
use std::collections::BTreeMap;

/// The value of `findThings`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FindThingsFilter {
    /// `size`.
    pub size: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: BTreeMap<String, String>,
}

impl FindThingsFilter {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `size`.
    #[inline]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

impl runtime::Wire for FindThingsFilter {
    #[inline]
    fn blank() -> Self {
        Self {
            size: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "FindThingsFilter",
            &[runtime::Field::optional("size", "size")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.size,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.size,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(FindThingsFilter, Default);

/// The value of `findThings`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FindThingsRange {
    /// `ids`.
    pub ids: Option<Vec<String>>,
    /// `low`.
    pub low: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl FindThingsRange {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `ids`.
    #[inline]
    pub fn with_ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `low`.
    #[inline]
    pub fn with_low(mut self, low: i64) -> Self {
        self.low = Some(low);
        self
    }
}

impl runtime::Wire for FindThingsRange {
    #[inline]
    fn blank() -> Self {
        Self {
            ids: None,
            low: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "FindThingsRange",
            &[
                runtime::Field::optional("ids", "ids"),
                runtime::Field::optional("low", "low"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.ids,
            1 => &self.low,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.ids,
            1 => &mut self.low,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(FindThingsRange, Default);

/// The value of `findThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsEither {
    /// `Uuid`.
    Uuid(Formatted<uuid::Uuid>),
    /// `String`.
    String(String),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<Formatted<uuid::Uuid>> for FindThingsEither {
    #[inline]
    fn from(value: Formatted<uuid::Uuid>) -> Self {
        Self::Uuid(value)
    }
}

impl From<String> for FindThingsEither {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl runtime::Wire for FindThingsEither {
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
                    format: Some(runtime::has_format::<uuid::Uuid>),
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
            Self::Uuid(value) => value,
            Self::String(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Uuid(r.value()),
            1 => Self::String(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(FindThingsEither);
