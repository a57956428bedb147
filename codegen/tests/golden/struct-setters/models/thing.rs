//! `Thing`.

use super::Owner;
use crate::runtime::{self, Extra, Formatted};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
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
    pub fn new(
        owner: Owner,
        parts: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            owner,
            parts: parts.into_iter().map(Into::into).collect(),
            ..Self::blank()
        }
    }
    /// Sets `state`.
    pub fn with_state(mut self, state: impl Into<ThingState>) -> Self {
        self.state = Some(state.into());
        self
    }
    /// Sets `other`.
    pub fn with_other(mut self, other: Owner) -> Self {
        self.other = Some(other);
        self
    }
    /// Sets `when`.
    pub fn with_when(mut self, when: impl Into<Formatted<jiff::Timestamp>>) -> Self {
        self.when = Some(when.into());
        self
    }
    /// Sets `limits`.
    pub fn with_limits(mut self, limits: BTreeMap<String, i64>) -> Self {
        self.limits = Some(limits);
        self
    }
    /// Sets `type`.
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }
    fn blank() -> Self {
        Self {
            owner: runtime::Wire::blank(),
            parts: runtime::Wire::blank(),
            state: None,
            other: None,
            when: None,
            limits: None,
            r#type: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::required("owner", "owner"),
                runtime::Field::required("parts", "parts"),
                runtime::Field::optional("state", "state"),
                runtime::Field::optional("other", "other"),
                runtime::Field::optional("when", "when"),
                runtime::Field::optional("limits", "limits"),
                runtime::Field::optional("type", "type"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.owner,
            1 => &self.parts,
            2 => &self.state,
            3 => &self.other,
            4 => &self.when,
            5 => &self.limits,
            _ => &self.r#type,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.owner,
            1 => &mut self.parts,
            2 => &mut self.state,
            3 => &mut self.other,
            4 => &mut self.when,
            5 => &mut self.limits,
            _ => &mut self.r#type,
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

/// The value of `Thing.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ThingState {
    /// `new`
    New,
    /// `used`
    Used,
}

impl ThingState {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::New => "new",
            Self::Used => "used",
        }
    }
    fn known(text: &str) -> Option<Self> {
        match text {
            "new" => Some(Self::New),
            "used" => Some(Self::Used),
            _ => None,
        }
    }
}

runtime::closed_text!(ThingState, ThingState::New);
