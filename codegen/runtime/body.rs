//! The body of a request. In: bytes; out: bytes. Invariant: a body that can be sent once only says so.

use bytes::Bytes;

/// What a request carries.
#[derive(Clone, Debug, Default)]
pub struct Body {
    bytes: Bytes,
}

impl Body {
    /// No body.
    pub fn empty() -> Self {
        Body::default()
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The bytes.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Body {
            bytes: bytes.into(),
        }
    }
}
