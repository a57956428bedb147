//! `upload`.

use crate::runtime::{self, Extra, FilePart};

/// The value of `upload`.
#[derive(Clone, PartialEq)]
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
    pub fn new(file: impl Into<FilePart>) -> Self {
        Self {
            file: file.into(),
            ..Self::blank()
        }
    }
    /// Sets `more`.
    pub fn with_more(
        mut self,
        more: impl IntoIterator<Item = impl Into<FilePart>>,
    ) -> Self {
        self.more = Some(more.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `note`.
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
    /// Sets `about`.
    pub fn with_about(mut self, about: UploadBodyAbout) -> Self {
        self.about = Some(about);
        self
    }
    fn blank() -> Self {
        Self {
            file: runtime::Wire::blank(),
            more: None,
            note: None,
            about: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for UploadBody {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "UploadBody",
            fields: &[
                runtime::Field::required("file", "file"),
                runtime::Field::optional("more", "more"),
                runtime::Field::optional("note", "note"),
                runtime::Field::optional("about", "about"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.file,
            1 => &self.more,
            2 => &self.note,
            _ => &self.about,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.file,
            1 => &mut self.more,
            2 => &mut self.note,
            _ => &mut self.about,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(UploadBody, UploadBody::blank);

/// The value of `upload.about`.
#[derive(Clone, Default, PartialEq)]
pub struct UploadBodyAbout {
    /// `author`.
    pub author: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl UploadBodyAbout {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `author`.
    pub fn with_author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
}

impl runtime::Object for UploadBodyAbout {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "UploadBodyAbout",
            fields: &[runtime::Field::optional("author", "author")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.author
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.author
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(UploadBodyAbout, UploadBodyAbout::default);
