//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: String,
    /// `secret`.
    pub secret: Option<String>,
    /// `seen`.
    pub seen: Option<bool>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `id`.
    #[inline]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `secret`.
    #[inline]
    pub fn with_secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// Sets `seen`.
    #[inline]
    pub fn with_seen(mut self, seen: bool) -> Self {
        self.seen = Some(seen);
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            id: None,
            name: runtime::Wire::blank(),
            secret: None,
            seen: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::read_only("id", "id"),
                runtime::Field::required("name", "name"),
                runtime::Field::optional("secret", "secret"),
                runtime::Field::read_only("seen", "seen"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.name,
            2 => &self.secret,
            3 => &self.seen,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.name,
            2 => &mut self.secret,
            3 => &mut self.seen,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
