//! `Point`.

use crate::runtime::{self, Extra};

/// The schema `Point`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Point {
    /// `lat`.
    ///
    /// Bounds: `maximum: 90`.
    pub lat: f64,
    /// `lon`.
    pub lon: Option<f64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Point {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(lat: f64) -> Self {
        Self {
            lat,
            ..runtime::Wire::blank()
        }
    }

    /// Sets `lon`.
    #[inline]
    pub fn with_lon(mut self, lon: f64) -> Self {
        self.lon = Some(lon);
        self
    }
}

impl runtime::Wire for Point {
    #[inline]
    fn blank() -> Self {
        Self {
            lat: runtime::Wire::blank(),
            lon: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Point",
            &[
                runtime::Field::required("lat", "lat"),
                runtime::Field::optional("lon", "lon"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.lat,
            1 => &self.lon,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.lat,
            1 => &mut self.lon,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Point);
