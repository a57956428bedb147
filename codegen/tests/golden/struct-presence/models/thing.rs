//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `plain`.
    pub plain: String,
    /// `nullable`.
    pub nullable: Option<String>,
    /// `optional`.
    pub optional: Option<String>,
    /// `both`.
    pub both: Option<Option<String>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(plain: impl Into<String>, nullable: Option<String>) -> Self {
        Self {
            plain: plain.into(),
            nullable,
            ..runtime::Wire::blank()
        }
    }

    /// Sets `optional`.
    #[inline]
    pub fn with_optional(mut self, optional: impl Into<String>) -> Self {
        self.optional = Some(optional.into());
        self
    }

    /// Sets `both`.
    #[inline]
    pub fn with_both(mut self, both: Option<String>) -> Self {
        self.both = Some(both);
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            plain: runtime::Wire::blank(),
            nullable: runtime::Wire::blank(),
            optional: None,
            both: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("plain", "plain"),
                runtime::Field::required("nullable", "nullable"),
                runtime::Field::optional("optional", "optional"),
                runtime::Field::optional("both", "both"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.plain,
            1 => &self.nullable,
            2 => &self.optional,
            3 => &self.both,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.plain,
            1 => &mut self.nullable,
            2 => &mut self.optional,
            3 => &mut self.both,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
