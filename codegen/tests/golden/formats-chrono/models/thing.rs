//! `Thing`.

use crate::runtime::{self, Extra, Formatted};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `at`.
    pub at: Formatted<chrono::DateTime<chrono::FixedOffset>>,
    /// `day`.
    pub day: Option<Formatted<chrono::NaiveDate>>,
    /// `hour`.
    pub hour: Option<Formatted<chrono::NaiveTime>>,
    /// `lasting`.
    pub lasting: Option<Formatted<chrono::TimeDelta>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(at: impl Into<Formatted<chrono::DateTime<chrono::FixedOffset>>>) -> Self {
        Self {
            at: at.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            at: runtime::Wire::blank(),
            day: None,
            hour: None,
            lasting: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("at", "at"),
                runtime::Field::optional("day", "day"),
                runtime::Field::optional("hour", "hour"),
                runtime::Field::optional("lasting", "lasting"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.at,
            1 => &self.day,
            2 => &self.hour,
            3 => &self.lasting,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.at,
            1 => &mut self.day,
            2 => &mut self.hour,
            3 => &mut self.lasting,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
