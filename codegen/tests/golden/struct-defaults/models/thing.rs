//! `Thing`.

use super::Size;
use crate::runtime::{self, Extra, Formatted};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`.
    ///
    /// Default: `"never used"`.
    pub id: String,
    /// `limit`.
    ///
    /// Default: `20`.
    pub limit: Option<i64>,
    /// `size`.
    ///
    /// Default: `-3`.
    pub size: Option<Size>,
    /// `weight`.
    ///
    /// Default: `1`.
    pub weight: Option<f64>,
    /// `open`.
    ///
    /// Default: `true`.
    pub open: Option<bool>,
    /// `name`.
    ///
    /// Default: `"nobody"`.
    pub name: Option<String>,
    /// `kind`.
    ///
    /// Default: `"dog"`.
    pub kind: Option<ThingKind>,
    /// `since`.
    ///
    /// Default: `"2020-01-01"`.
    pub since: Option<Formatted<jiff::civil::Date>>,
    /// `tags`.
    ///
    /// Default: `[]`.
    pub tags: Option<Vec<String>>,
    /// `words`.
    ///
    /// Default: `["a"]`.
    pub words: Option<Vec<String>>,
    /// `spare`.
    ///
    /// Default: `"none"`.
    pub spare: Option<Option<String>>,
    /// `count`.
    ///
    /// Default: `1`.
    pub count: Option<Option<i64>>,
    /// `secret`.
    ///
    /// Default: `"x"`.
    pub secret: Option<String>,
    /// `old`.
    ///
    /// Default: `1`.
    #[deprecated]
    pub old: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            ..runtime::Wire::blank()
        }
    }

    /// `limit`, or `20` where it is absent.
    #[inline]
    pub fn limit_or_default(&self) -> i64 {
        match &self.limit {
            Some(value) => *value,
            None => 20,
        }
    }

    /// `size`, or `-3` where it is absent.
    #[inline]
    pub fn size_or_default(&self) -> Size {
        match &self.size {
            Some(value) => *value,
            None => -3,
        }
    }

    /// `weight`, or `1` where it is absent.
    #[inline]
    pub fn weight_or_default(&self) -> f64 {
        match &self.weight {
            Some(value) => *value,
            None => 1.0,
        }
    }

    /// `open`, or `true` where it is absent.
    #[inline]
    pub fn open_or_default(&self) -> bool {
        match &self.open {
            Some(value) => *value,
            None => true,
        }
    }

    /// `name`, or `"nobody"` where it is absent.
    #[inline]
    pub fn name_or_default(&self) -> &str {
        match &self.name {
            Some(value) => value,
            None => "nobody",
        }
    }

    /// `kind`, or `"dog"` where it is absent.
    #[inline]
    pub fn kind_or_default(&self) -> &ThingKind {
        match &self.kind {
            Some(value) => value,
            None => &ThingKind::Dog,
        }
    }

    /// `since`, or `"2020-01-01"` where it is absent.
    #[inline]
    pub fn since_or_default(&self) -> Formatted<jiff::civil::Date> {
        match &self.since {
            Some(value) => value.clone(),
            None => Formatted::from_text("2020-01-01"),
        }
    }

    /// `tags`, or `[]` where it is absent.
    #[inline]
    pub fn tags_or_default(&self) -> &[String] {
        match &self.tags {
            Some(value) => value,
            None => &[],
        }
    }

    /// `spare`, or `"none"` where it is absent.
    #[inline]
    pub fn spare_or_default(&self) -> Option<&str> {
        match &self.spare {
            Some(value) => value.as_deref(),
            None => Some("none"),
        }
    }

    /// `count`, or `1` where it is absent.
    #[inline]
    pub fn count_or_default(&self) -> Option<i64> {
        match &self.count {
            Some(value) => *value,
            None => Some(1),
        }
    }

    /// `old`, or `1` where it is absent.
    #[deprecated]
    #[inline]
    pub fn old_or_default(&self) -> i64 {
        match &self.old {
            Some(value) => *value,
            None => 1,
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            id: runtime::Wire::blank(),
            limit: None,
            size: None,
            weight: None,
            open: None,
            name: None,
            kind: None,
            since: None,
            tags: None,
            words: None,
            spare: None,
            count: None,
            secret: None,
            old: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("id", "id"),
                runtime::Field::optional("limit", "limit"),
                runtime::Field::optional("size", "size"),
                runtime::Field::optional("weight", "weight"),
                runtime::Field::optional("open", "open"),
                runtime::Field::optional("name", "name"),
                runtime::Field::optional("kind", "kind"),
                runtime::Field::optional("since", "since"),
                runtime::Field::optional("tags", "tags"),
                runtime::Field::optional("words", "words"),
                runtime::Field::optional("spare", "spare"),
                runtime::Field::optional("count", "count"),
                runtime::Field::optional("secret", "secret"),
                runtime::Field::optional("old", "old"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.id,
            1 => &self.limit,
            2 => &self.size,
            3 => &self.weight,
            4 => &self.open,
            5 => &self.name,
            6 => &self.kind,
            7 => &self.since,
            8 => &self.tags,
            9 => &self.words,
            10 => &self.spare,
            11 => &self.count,
            12 => &self.secret,
            13 => &self.old,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.limit,
            2 => &mut self.size,
            3 => &mut self.weight,
            4 => &mut self.open,
            5 => &mut self.name,
            6 => &mut self.kind,
            7 => &mut self.since,
            8 => &mut self.tags,
            9 => &mut self.words,
            10 => &mut self.spare,
            11 => &mut self.count,
            12 => &mut self.secret,
            13 => &mut self.old,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);

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
