//! `Closed`.

use crate::runtime;

/// The schema `Closed`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Closed {
    /// `a`.
    pub a: Option<String>,
}

impl Closed {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Closed {
    #[inline]
    fn blank() -> Self {
        Self { a: None }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::closed(
            "Closed",
            &[runtime::Field::optional("a", "a")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.a
    }

    #[inline]
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.a
    }
}

runtime::object!(Closed, Default);
