//! `getThing`.

use crate::runtime;

/// The value of `getThing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetThingResponse {
    /// `one`.
    pub one: Option<String>,
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
        Self { one: None }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::closed(
            "GetThingResponse",
            &[runtime::Field::optional("one", "one")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.one
    }

    #[inline]
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.one
    }
}

runtime::object!(GetThingResponse, Default);
