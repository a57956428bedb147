//! `Thing`.

use crate::runtime::{self, Extra};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `i8`.
    pub i8: Option<i8>,
    /// `i16`.
    pub i16: Option<i16>,
    /// `i32`.
    pub i32: Option<i32>,
    /// `i64`.
    pub i64: Option<i64>,
    /// `u8`.
    pub u8: Option<u8>,
    /// `u16`.
    pub u16: Option<u16>,
    /// `u32`.
    pub u32: Option<u32>,
    /// `u64`.
    pub u64: Option<u64>,
    /// `plain`.
    pub plain: Option<i64>,
    /// `wide`.
    ///
    /// Bounds: `maximum: 18446744073709551615`, `minimum: 0`.
    pub wide: Option<u64>,
    /// `wider`.
    ///
    /// Bounds: `maximum: 1e+30`, `minimum: -1e+30`.
    pub wider: Option<i128>,
    /// `float`.
    pub float: Option<f64>,
    /// `double`.
    pub double: Option<f64>,
    /// `decimal`.
    pub decimal: Option<f64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            i8: None,
            i16: None,
            i32: None,
            i64: None,
            u8: None,
            u16: None,
            u32: None,
            u64: None,
            plain: None,
            wide: None,
            wider: None,
            float: None,
            double: None,
            decimal: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("i8", "i8"),
                runtime::Field::optional("i16", "i16"),
                runtime::Field::optional("i32", "i32"),
                runtime::Field::optional("i64", "i64"),
                runtime::Field::optional("u8", "u8"),
                runtime::Field::optional("u16", "u16"),
                runtime::Field::optional("u32", "u32"),
                runtime::Field::optional("u64", "u64"),
                runtime::Field::optional("plain", "plain"),
                runtime::Field::optional("wide", "wide"),
                runtime::Field::optional("wider", "wider"),
                runtime::Field::optional("float", "float"),
                runtime::Field::optional("double", "double"),
                runtime::Field::optional("decimal", "decimal"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.i8,
            1 => &self.i16,
            2 => &self.i32,
            3 => &self.i64,
            4 => &self.u8,
            5 => &self.u16,
            6 => &self.u32,
            7 => &self.u64,
            8 => &self.plain,
            9 => &self.wide,
            10 => &self.wider,
            11 => &self.float,
            12 => &self.double,
            13 => &self.decimal,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.i8,
            1 => &mut self.i16,
            2 => &mut self.i32,
            3 => &mut self.i64,
            4 => &mut self.u8,
            5 => &mut self.u16,
            6 => &mut self.u32,
            7 => &mut self.u64,
            8 => &mut self.plain,
            9 => &mut self.wide,
            10 => &mut self.wider,
            11 => &mut self.float,
            12 => &mut self.double,
            13 => &mut self.decimal,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
