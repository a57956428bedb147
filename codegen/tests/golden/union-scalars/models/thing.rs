//! `Thing`.

use crate::runtime::{self, Extra, Formatted, Value};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `when`.
    pub when: Option<ThingWhen>,
    /// `many`.
    pub many: Option<Option<ThingMany>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `when`.
    #[inline]
    pub fn with_when(mut self, when: impl Into<ThingWhen>) -> Self {
        self.when = Some(when.into());
        self
    }

    /// Sets `many`.
    #[inline]
    pub fn with_many(mut self, many: Option<ThingMany>) -> Self {
        self.many = Some(many);
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            when: None,
            many: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("when", "when"),
                runtime::Field::optional("many", "many"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.when,
            1 => &self.many,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.when,
            1 => &mut self.many,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.when`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingWhen {
    /// `Integer`.
    Integer(i64),
    /// `DateTime`.
    DateTime(Formatted<jiff::Timestamp>),
    /// `Uuid`.
    Uuid(Formatted<uuid::Uuid>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<i64> for ThingWhen {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<Formatted<jiff::Timestamp>> for ThingWhen {
    #[inline]
    fn from(value: Formatted<jiff::Timestamp>) -> Self {
        Self::DateTime(value)
    }
}

impl From<Formatted<uuid::Uuid>> for ThingWhen {
    #[inline]
    fn from(value: Formatted<uuid::Uuid>) -> Self {
        Self::Uuid(value)
    }
}

impl runtime::Wire for ThingWhen {
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
                    format: Some(runtime::has_format::<jiff::Timestamp>),
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::STRING,
                    format: Some(runtime::has_format::<uuid::Uuid>),
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
            Self::DateTime(value) => value,
            Self::Uuid(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Integer(r.value()),
            1 => Self::DateTime(r.value()),
            2 => Self::Uuid(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(ThingWhen);

/// The value of `Thing.many`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingMany {
    /// `String`.
    String(String),
    /// `StringList`.
    StringList(Vec<String>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for ThingMany {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<String>> for ThingMany {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl runtime::Wire for ThingMany {
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
            Self::String(value) => value,
            Self::StringList(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::String(r.value()),
            1 => Self::StringList(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(ThingMany);
