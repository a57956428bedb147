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
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::blank()
        }
    }
    /// Sets `id`.
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
    /// Sets `secret`.
    pub fn with_secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }
    /// Sets `seen`.
    pub fn with_seen(mut self, seen: bool) -> Self {
        self.seen = Some(seen);
        self
    }
    fn blank() -> Self {
        Self {
            id: None,
            name: runtime::Wire::blank(),
            secret: None,
            seen: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::read_only("id", "id"),
                runtime::Field::required("name", "name"),
                runtime::Field::optional("secret", "secret"),
                runtime::Field::read_only("seen", "seen"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.name,
            2 => &self.secret,
            _ => &self.seen,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.name,
            2 => &mut self.secret,
            _ => &mut self.seen,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::blank);
