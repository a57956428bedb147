//! `upload`.

use crate::runtime::{self, Extra, FilePart};

/// The value of `upload`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
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

    /// Sets `more`.
    #[inline]
    pub fn with_more(
        mut self,
        more: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.more = Some(more.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `file`.
    #[inline]
    pub fn with_file(mut self, file: impl Into<FilePart>) -> Self {
        self.file = Some(file.into());
        self
    }
}

impl runtime::Wire for UploadBody {
    #[inline]
    fn blank() -> Self {
        Self {
            tags: None,
            more: None,
            file: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "UploadBody",
            &[
                runtime::Field::optional("tags", "tags"),
                runtime::Field::optional("more", "more"),
                runtime::Field::optional("file", "file"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.tags,
            1 => &self.more,
            2 => &self.file,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.tags,
            1 => &mut self.more,
            2 => &mut self.file,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(UploadBody, Default);
