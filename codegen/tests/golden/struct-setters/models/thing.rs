//! `Thing`.

use super::Owner;
use crate::runtime::{self, Extra, Formatted};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `owner`.
    pub owner: Owner,
    /// `parts`.
    pub parts: Vec<String>,
    /// `state`.
    pub state: Option<ThingState>,
    /// `other`.
    pub other: Option<Owner>,
    /// `when`.
    pub when: Option<Formatted<jiff::Timestamp>>,
    /// `limits`.
    pub limits: Option<BTreeMap<String, i64>>,
    /// `type`.
    pub r#type: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(
        owner: Owner,
        parts: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            owner,
            parts: parts.into_iter().map(Into::into).collect(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `state`.
    #[inline]
    pub fn with_state(mut self, state: impl Into<ThingState>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets `other`.
    #[inline]
    pub fn with_other(mut self, other: Owner) -> Self {
        self.other = Some(other);
        self
    }

    /// Sets `when`.
    #[inline]
    pub fn with_when(mut self, when: impl Into<Formatted<jiff::Timestamp>>) -> Self {
        self.when = Some(when.into());
        self
    }

    /// Sets `limits`.
    #[inline]
    pub fn with_limits(mut self, limits: BTreeMap<String, i64>) -> Self {
        self.limits = Some(limits);
        self
    }

    /// Sets `type`.
    #[inline]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            owner: runtime::Wire::blank(),
            parts: runtime::Wire::blank(),
            state: None,
            other: None,
            when: None,
            limits: None,
            r#type: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("owner", "owner"),
                runtime::Field::required("parts", "parts"),
                runtime::Field::optional("state", "state"),
                runtime::Field::optional("other", "other"),
                runtime::Field::optional("when", "when"),
                runtime::Field::optional("limits", "limits"),
                runtime::Field::optional("type", "type"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.owner,
            1 => &self.parts,
            2 => &self.state,
            3 => &self.other,
            4 => &self.when,
            5 => &self.limits,
            6 => &self.r#type,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.owner,
            1 => &mut self.parts,
            2 => &mut self.state,
            3 => &mut self.other,
            4 => &mut self.when,
            5 => &mut self.limits,
            6 => &mut self.r#type,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);

/// The value of `Thing.state`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ThingState {
    /// `new`
    New,
    /// `used`
    Used,
}

impl ThingState {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::New => "new",
            Self::Used => "used",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "new" => Some(Self::New),
            "used" => Some(Self::Used),
            _ => None,
        }
    }
}

runtime::closed_text!(ThingState, ThingState::New);
