//! `findThings`.

use crate::runtime::{self, Extra};

/// The value of `findThings`.
#[derive(Clone, Default, PartialEq)]
pub struct FindThingsDeep {
    /// `a`.
    pub a: Option<String>,
    /// `b`.
    pub b: Option<Vec<i64>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl FindThingsDeep {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `a`.
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
    /// Sets `b`.
    pub fn with_b(mut self, b: impl IntoIterator<Item = i64>) -> Self {
        self.b = Some(b.into_iter().collect());
        self
    }
}

impl runtime::Object for FindThingsDeep {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "FindThingsDeep",
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
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(FindThingsDeep, FindThingsDeep::default);
