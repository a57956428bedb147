//! `addDog`.

use super::AddCatBodyCollar;
use crate::runtime::{self, Extra};

/// The value of `addDog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddDogBody {
    /// `collar`.
    pub collar: Option<AddDogBodyCollar>,
    /// `tag`.
    pub tag: Option<AddDogBodyTag>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddDogBody {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `collar`.
    #[inline]
    pub fn with_collar(mut self, collar: AddDogBodyCollar) -> Self {
        self.collar = Some(collar);
        self
    }

    /// Sets `tag`.
    #[inline]
    pub fn with_tag(mut self, tag: AddDogBodyTag) -> Self {
        self.tag = Some(tag);
        self
    }
}

impl runtime::Wire for AddDogBody {
    #[inline]
    fn blank() -> Self {
        Self {
            collar: None,
            tag: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddDogBody",
            &[
                runtime::Field::optional("collar", "collar"),
                runtime::Field::optional("tag", "tag"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.collar,
            1 => &self.tag,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.collar,
            1 => &mut self.tag,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddDogBody, Default);

/// The value of `addDog.collar`, which is like that of `addCat.collar`.
pub type AddDogBodyCollar = AddCatBodyCollar;

/// The value of `addDog.tag`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddDogBodyTag {
    /// `lines`.
    pub lines: Option<Vec<String>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddDogBodyTag {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `lines`.
    #[inline]
    pub fn with_lines(
        mut self,
        lines: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.lines = Some(lines.into_iter().map(Into::into).collect());
        self
    }
}

impl runtime::Wire for AddDogBodyTag {
    #[inline]
    fn blank() -> Self {
        Self {
            lines: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddDogBodyTag",
            &[runtime::Field::optional("lines", "lines")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.lines,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.lines,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddDogBodyTag, Default);
