//! `upload`.

use crate::runtime::{self, Extra, FilePart};

/// The value of `upload`.
#[derive(Clone, Default, PartialEq)]
pub struct UploadBody {
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `more`.
    pub more: Option<Vec<String>>,
    /// `file`.
    pub file: Option<FilePart>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl UploadBody {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `tags`.
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `more`.
    pub fn with_more(
        mut self,
        more: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.more = Some(more.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `file`.
    pub fn with_file(mut self, file: impl Into<FilePart>) -> Self {
        self.file = Some(file.into());
        self
    }
}

impl runtime::Object for UploadBody {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "UploadBody",
            fields: &[
                runtime::Field::optional("tags", "tags"),
                runtime::Field::optional("more", "more"),
                runtime::Field::optional("file", "file"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.tags,
            1 => &self.more,
            _ => &self.file,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.tags,
            1 => &mut self.more,
            _ => &mut self.file,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(UploadBody, UploadBody::default);
