//! `Closed`.

use crate::runtime;

/// The schema `Closed`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Closed {
    /// `a`.
    pub a: Option<String>,
    /// `b`.
    pub b: Option<String>,
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
        Self { a: None, b: None }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::closed(
            "Closed",
            &[runtime::Field::optional("a", "a"), runtime::Field::optional("b", "b")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            _ => &self.b,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            _ => &mut self.b,
        }
    }
}

runtime::object!(Closed, Default);
