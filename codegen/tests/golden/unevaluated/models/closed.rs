//! `Closed`.

use crate::runtime;

/// The schema `Closed`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Closed {
    /// `a`.
    pub a: Option<String>,
    /// `b`.
    pub b: Option<String>,
}

impl Closed {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Closed {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Closed",
            fields: &[
                runtime::Field::optional("a", "a"),
                runtime::Field::optional("b", "b"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            _ => &self.b,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            _ => &mut self.b,
        }
    }
}

runtime::object!(Closed, Closed::default);
