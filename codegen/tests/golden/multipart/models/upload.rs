//! `upload`.

use crate::runtime::{self, Extra, FilePart};

/// The value of `upload`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadBody {
    /// `file`.
    pub file: FilePart,
    /// `more`.
    pub more: Option<Vec<FilePart>>,
    /// `note`.
    pub note: Option<String>,
    /// `about`.
    pub about: Option<UploadBodyAbout>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl UploadBody {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(file: impl Into<FilePart>) -> Self {
        Self {
            file: file.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Sets `more`.
    #[inline]
    pub fn with_more(
        mut self,
        more: impl IntoIterator<Item = impl Into<FilePart>>,
    ) -> Self {
        self.more = Some(more.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `note`.
    #[inline]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets `about`.
    #[inline]
    pub fn with_about(mut self, about: UploadBodyAbout) -> Self {
        self.about = Some(about);
        self
    }
}

impl runtime::Wire for UploadBody {
    #[inline]
    fn blank() -> Self {
        Self {
            file: runtime::Wire::blank(),
            more: None,
            note: None,
            about: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "UploadBody",
            &[
                runtime::Field::required("file", "file"),
                runtime::Field::optional("more", "more"),
                runtime::Field::optional("note", "note"),
                runtime::Field::optional("about", "about"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.file,
            1 => &self.more,
            2 => &self.note,
            3 => &self.about,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.file,
            1 => &mut self.more,
            2 => &mut self.note,
            3 => &mut self.about,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(UploadBody);

/// The value of `upload.about`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadBodyAbout {
    /// `author`.
    pub author: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl UploadBodyAbout {
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

impl runtime::Wire for UploadBodyAbout {
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
            "UploadBodyAbout",
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

runtime::object!(UploadBodyAbout, Default);
