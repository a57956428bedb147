//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `kind`.
    pub kind: Option<ThingKind>,
    /// `code`.
    ///
    /// Bounds: `pattern: "^[A-Z]{2}-\\d{3}$"`.
    pub code: Option<String>,
    /// `parts`.
    pub parts: Option<Vec<Thing>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `kind`.
    #[inline]
    pub fn with_kind(mut self, kind: impl Into<ThingKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `code`.
    #[inline]
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets `parts`.
    #[inline]
    pub fn with_parts(mut self, parts: impl IntoIterator<Item = Thing>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: None,
            code: None,
            parts: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("kind", "kind"),
                runtime::Field::optional("code", "code"),
                runtime::Field::optional("parts", "parts"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.code,
            2 => &self.parts,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.code,
            2 => &mut self.parts,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);

/// The value of `Thing.kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ThingKind {
    /// `cat`
    Cat,
    /// `dog`
    Dog,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ThingKind {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cat => "cat",
            Self::Dog => "dog",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ThingKind {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "cat" => Self::Cat,
            "dog" => Self::Dog,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ThingKind);
