//! The contents of a file. In: bytes or a stream of them, with a name and media type if wanted; out: a part of a multipart body. Invariant:
//! the bytes are sent as they are.

use super::body::Body;
use super::json::{Reader, Writer};
use super::wire::Wire;
use bytes::Bytes;

/// Raw bytes as a part of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilePart {
    data: Body,
    file_name: Option<String>,
    media_type: Option<String>,
}

impl FilePart {
    /// A part with these bytes, or with what a [`Body`] reads while it is sent.
    pub fn new(data: impl Into<Body>) -> Self {
        FilePart {
            data: data.into(),
            file_name: None,
            media_type: None,
        }
    }

    /// The name of the file, as the server will see it.
    #[must_use]
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The media type, instead of the one that the API's description gives.
    #[must_use]
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// The contents.
    pub fn data(&self) -> &Body {
        &self.data
    }

    /// The name of the file.
    pub fn file_name(&self) -> Option<&str> {
        self.file_name.as_deref()
    }

    /// The media type.
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }
}

impl From<Bytes> for FilePart {
    fn from(data: Bytes) -> Self {
        FilePart::new(data)
    }
}

impl From<Body> for FilePart {
    fn from(data: Body) -> Self {
        FilePart::new(data)
    }
}

impl From<Vec<u8>> for FilePart {
    fn from(data: Vec<u8>) -> Self {
        FilePart::new(data)
    }
}

impl From<&'static [u8]> for FilePart {
    fn from(data: &'static [u8]) -> Self {
        FilePart::new(data)
    }
}

impl From<String> for FilePart {
    fn from(data: String) -> Self {
        FilePart::new(data)
    }
}

impl From<&'static str> for FilePart {
    fn from(data: &'static str) -> Self {
        FilePart::new(data)
    }
}

impl Wire for FilePart {
    fn blank() -> Self {
        FilePart::default()
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        self.data = Body::from(r.string().into_owned());
    }

    fn write(&self, w: &mut Writer) {
        w.file(self);
    }
}
