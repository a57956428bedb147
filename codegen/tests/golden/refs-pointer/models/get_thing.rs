//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponse {
    /// `part`.
    pub part: Option<GetThingResponsePart>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingResponse {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for GetThingResponse {
    #[inline]
    fn blank() -> Self {
        Self {
            part: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingResponse",
            &[runtime::Field::optional("part", "part")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.part,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.part,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingResponse, Default);

/// The value of `getThing.part`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponsePart {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingResponsePart {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for GetThingResponsePart {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingResponsePart",
            &[runtime::Field::optional("name", "name")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingResponsePart, Default);
