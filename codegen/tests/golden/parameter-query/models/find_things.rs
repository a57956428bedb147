//! `findThings`.

use crate::runtime::{self, Extra};

/// The value of `findThings`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
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
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `a`.
    #[inline]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }

    /// Sets `b`.
    #[inline]
    pub fn with_b(mut self, b: impl IntoIterator<Item = i64>) -> Self {
        self.b = Some(b.into_iter().collect());
        self
    }
}

impl runtime::Wire for FindThingsDeep {
    #[inline]
    fn blank() -> Self {
        Self {
            a: None,
            b: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "FindThingsDeep",
            &[runtime::Field::optional("a", "a"), runtime::Field::optional("b", "b")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.a,
            1 => &self.b,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.a,
            1 => &mut self.b,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(FindThingsDeep, Default);
