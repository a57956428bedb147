//! `Thing`.

use crate::runtime::{self, Base64, Extra, Formatted};

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `uri`.
    pub uri: Option<String>,
    /// `mail`.
    pub mail: Option<String>,
    /// `secret`.
    pub secret: Option<String>,
    /// `decimal`.
    pub decimal: Option<String>,
    /// `data`.
    pub data: Option<Formatted<Base64>>,
    /// `bytes`.
    pub bytes: Option<String>,
    /// `encoded`.
    pub encoded: Option<Formatted<Base64>>,
    /// `inferred`.
    pub inferred: Option<Formatted<jiff::Timestamp>>,
    /// `id`.
    ///
    /// Default: `"3fa85f64-5717-4562-b3fc-2c963f66afa6"`.
    pub id: Option<Formatted<uuid::Uuid>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// `id`, or `"3fa85f64-5717-4562-b3fc-2c963f66afa6"` where it is absent.
    #[inline]
    pub fn id_or_default(&self) -> Formatted<uuid::Uuid> {
        match &self.id {
            Some(value) => value.clone(),
            None => Formatted::from_text("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            uri: None,
            mail: None,
            secret: None,
            decimal: None,
            data: None,
            bytes: None,
            encoded: None,
            inferred: None,
            id: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("uri", "uri"),
                runtime::Field::optional("mail", "mail"),
                runtime::Field::optional("secret", "secret"),
                runtime::Field::optional("decimal", "decimal"),
                runtime::Field::optional("data", "data"),
                runtime::Field::optional("bytes", "bytes"),
                runtime::Field::optional("encoded", "encoded"),
                runtime::Field::optional("inferred", "inferred"),
                runtime::Field::optional("id", "id"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.uri,
            1 => &self.mail,
            2 => &self.secret,
            3 => &self.decimal,
            4 => &self.data,
            5 => &self.bytes,
            6 => &self.encoded,
            7 => &self.inferred,
            8 => &self.id,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.uri,
            1 => &mut self.mail,
            2 => &mut self.secret,
            3 => &mut self.decimal,
            4 => &mut self.data,
            5 => &mut self.bytes,
            6 => &mut self.encoded,
            7 => &mut self.inferred,
            8 => &mut self.id,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
