//! `putFile`.

use crate::runtime::{self, Extra, FilePart};

/// The value of `putFile`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PutFileBody {
    /// `file`.
    ///
    /// Bounds: `maxLength: 3`.
    pub file: FilePart,
    /// `name`.
    ///
    /// Bounds: `maxLength: 3`.
    pub name: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl PutFileBody {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(file: impl Into<FilePart>, name: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            name: name.into(),
            ..runtime::Wire::blank()
        }
    }

    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    #[inline]
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
}

impl runtime::Wire for PutFileBody {
    #[inline]
    fn blank() -> Self {
        Self {
            file: runtime::Wire::blank(),
            name: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "PutFileBody",
            &[
                runtime::Field::required("file", "file"),
                runtime::Field::required("name", "name")
                    .bounded(&[runtime::Bound::MaxLength(3)]),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.file,
            1 => &self.name,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.file,
            1 => &mut self.name,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(PutFileBody);
