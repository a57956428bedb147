//! `Thing`.

use crate::runtime::{self, Base64, Extra, Formatted};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `at`.
    pub at: Formatted<jiff::Timestamp>,
    /// `day`.
    pub day: Option<Formatted<jiff::civil::Date>>,
    /// `hour`.
    pub hour: Option<Formatted<jiff::civil::Time>>,
    /// `lasting`.
    pub lasting: Option<Formatted<jiff::Span>>,
    /// `id`.
    pub id: Option<Formatted<uuid::Uuid>>,
    /// `v4`.
    pub v4: Option<Formatted<std::net::Ipv4Addr>>,
    /// `v6`.
    pub v6: Option<Formatted<std::net::Ipv6Addr>>,
    /// `data`.
    pub data: Option<Formatted<Base64>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(at: impl Into<Formatted<jiff::Timestamp>>) -> Self {
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
            id: None,
            v4: None,
            v6: None,
            data: None,
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
                runtime::Field::optional("id", "id"),
                runtime::Field::optional("v4", "v4"),
                runtime::Field::optional("v6", "v6"),
                runtime::Field::optional("data", "data"),
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
            4 => &self.id,
            5 => &self.v4,
            6 => &self.v6,
            7 => &self.data,
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
            4 => &mut self.id,
            5 => &mut self.v4,
            6 => &mut self.v6,
            7 => &mut self.data,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);
