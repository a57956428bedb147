//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `kind`.
    pub kind: ThingKind,
    /// `version`.
    pub version: ThingVersion,
    /// `final`.
    ///
    /// Bounds: `const: true`.
    pub r#final: bool,
    /// `name`.
    pub name: String,
    /// `spare`.
    pub spare: Option<ThingSpare>,
    /// `mood`.
    pub mood: Option<ThingMood>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there; those that can have only one value have it.
    #[inline]
    pub fn new(name: impl Into<String>, spare: Option<ThingSpare>) -> Self {
        Self {
            name: name.into(),
            spare,
            kind: ThingKind::Thing,
            version: ThingVersion::Value2,
            r#final: true,
            ..runtime::Wire::blank()
        }
    }

    /// Sets `mood`.
    #[inline]
    pub fn with_mood(mut self, mood: impl Into<ThingMood>) -> Self {
        self.mood = Some(mood.into());
        self
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            kind: runtime::Wire::blank(),
            version: runtime::Wire::blank(),
            r#final: runtime::Wire::blank(),
            name: runtime::Wire::blank(),
            spare: runtime::Wire::blank(),
            mood: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("kind", "kind"),
                runtime::Field::required("version", "version"),
                runtime::Field::required("final", "final"),
                runtime::Field::required("name", "name"),
                runtime::Field::required("spare", "spare"),
                runtime::Field::optional("mood", "mood"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.kind,
            1 => &self.version,
            2 => &self.r#final,
            3 => &self.name,
            4 => &self.spare,
            5 => &self.mood,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.kind,
            1 => &mut self.version,
            2 => &mut self.r#final,
            3 => &mut self.name,
            4 => &mut self.spare,
            5 => &mut self.mood,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);

/// The value of `Thing.kind`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ThingKind {
    /// `thing`
    Thing,
}

impl ThingKind {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Thing => "thing",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "thing" => Some(Self::Thing),
            _ => None,
        }
    }
}

runtime::closed_text!(ThingKind, ThingKind::Thing);

/// The value of `Thing.version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingVersion {
    /// `2`
    Value2,
}

impl ThingVersion {
    /// The value on the wire.
    #[inline]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Value2 => 2,
        }
    }

    #[inline]
    fn known(number: i64) -> Option<Self> {
        match number {
            2 => Some(Self::Value2),
            _ => None,
        }
    }
}

runtime::closed_number!(ThingVersion, ThingVersion::Value2);

/// The value of `Thing.spare`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ThingSpare {
    /// `one`
    One,
}

impl ThingSpare {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::One => "one",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "one" => Some(Self::One),
            _ => None,
        }
    }
}

runtime::closed_text!(ThingSpare, ThingSpare::One);

/// The value of `Thing.mood`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ThingMood {
    /// `happy`
    Happy,
}

impl ThingMood {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Happy => "happy",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "happy" => Some(Self::Happy),
            _ => None,
        }
    }
}

runtime::closed_text!(ThingMood, ThingMood::Happy);
