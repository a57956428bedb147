//! `getThing`.

use crate::runtime::{self, Extra};

/// The value of `getThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponse {
    /// `at`.
    pub at: Option<String>,
    /// `one`.
    pub one: Option<GetThingResponseOne>,
    /// `two`.
    pub two: Option<GetThingResponseTwo>,
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
            at: None,
            one: None,
            two: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingResponse",
            &[
                runtime::Field::optional("at", "at"),
                runtime::Field::optional("one", "one"),
                runtime::Field::optional("two", "two"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.at,
            1 => &self.one,
            2 => &self.two,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.at,
            1 => &mut self.one,
            2 => &mut self.two,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingResponse, Default);

/// The value of `getThing.one`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponseOne {
    /// `a`.
    pub a: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingResponseOne {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for GetThingResponseOne {
    #[inline]
    fn blank() -> Self {
        Self {
            a: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingResponseOne",
            &[runtime::Field::optional("a", "a")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingResponseOne, Default);

/// The value of `getThing.two`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponseTwo {
    /// `a`.
    pub a: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl GetThingResponseTwo {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for GetThingResponseTwo {
    #[inline]
    fn blank() -> Self {
        Self {
            a: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "GetThingResponseTwo",
            &[runtime::Field::optional("a", "a")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(GetThingResponseTwo, Default);
