//! `putFile`.

use crate::runtime::{self, Extra, FilePart};

/// The value of `putFile`.
#[derive(Clone, PartialEq)]
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
    pub fn new(file: impl Into<FilePart>, name: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            name: name.into(),
            ..Self::blank()
        }
    }
    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
    fn blank() -> Self {
        Self {
            file: runtime::Wire::blank(),
            name: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for PutFileBody {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "PutFileBody",
            fields: &[
                runtime::Field::required("file", "file"),
                runtime::Field::required("name", "name")
                    .bounded(&[runtime::Bound::MaxLength(3)]),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.file,
            _ => &self.name,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.file,
            _ => &mut self.name,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(PutFileBody, PutFileBody::blank);
