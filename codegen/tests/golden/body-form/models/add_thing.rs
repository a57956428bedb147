//! `addThing`.

use crate::runtime::{self, Extra};
use std::collections::BTreeMap;

/// The value of `addThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddThingBody {
    /// `name`.
    pub name: String,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `about`.
    pub about: Option<AddThingBodyAbout>,
    /// `deep`.
    pub deep: Option<BTreeMap<String, i64>>,
    /// `link`.
    pub link: Option<String>,
    /// `styled`.
    pub styled: Option<BTreeMap<String, String>>,
    /// `plain`.
    pub plain: Option<BTreeMap<String, String>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddThingBody {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `tags`.
    #[inline]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `about`.
    #[inline]
    pub fn with_about(mut self, about: AddThingBodyAbout) -> Self {
        self.about = Some(about);
        self
    }

    /// Sets `deep`.
    #[inline]
    pub fn with_deep(mut self, deep: BTreeMap<String, i64>) -> Self {
        self.deep = Some(deep);
        self
    }

    /// Sets `link`.
    #[inline]
    pub fn with_link(mut self, link: impl Into<String>) -> Self {
        self.link = Some(link.into());
        self
    }

    /// Sets `styled`.
    #[inline]
    pub fn with_styled(mut self, styled: BTreeMap<String, String>) -> Self {
        self.styled = Some(styled);
        self
    }

    /// Sets `plain`.
    #[inline]
    pub fn with_plain(mut self, plain: BTreeMap<String, String>) -> Self {
        self.plain = Some(plain);
        self
    }
}

impl runtime::Wire for AddThingBody {
    #[inline]
    fn blank() -> Self {
        Self {
            name: runtime::Wire::blank(),
            tags: None,
            about: None,
            deep: None,
            link: None,
            styled: None,
            plain: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddThingBody",
            &[
                runtime::Field::required("name", "name"),
                runtime::Field::optional("tags", "tags"),
                runtime::Field::optional("about", "about"),
                runtime::Field::optional("deep", "deep"),
                runtime::Field::optional("link", "link"),
                runtime::Field::optional("styled", "styled"),
                runtime::Field::optional("plain", "plain"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            1 => &self.tags,
            2 => &self.about,
            3 => &self.deep,
            4 => &self.link,
            5 => &self.styled,
            6 => &self.plain,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            1 => &mut self.tags,
            2 => &mut self.about,
            3 => &mut self.deep,
            4 => &mut self.link,
            5 => &mut self.styled,
            6 => &mut self.plain,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddThingBody);

/// The value of `addThing.about`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddThingBodyAbout {
    /// `author`.
    pub author: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddThingBodyAbout {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `author`.
    #[inline]
    pub fn with_author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
}

impl runtime::Wire for AddThingBodyAbout {
    #[inline]
    fn blank() -> Self {
        Self {
            author: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddThingBodyAbout",
            &[runtime::Field::optional("author", "author")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.author,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.author,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddThingBodyAbout, Default);
