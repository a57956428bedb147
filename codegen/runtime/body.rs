//! The body of a request. In: bytes, or chunks from somewhere; out: the same, to be sent. Invariant: a body that can be
//! sent once only says so, and its clones share what there is to send.

use super::incoming::{Incoming, Source};
use super::transport::{BoxFuture, Stage, TransportError};
use bytes::Bytes;
use std::fmt::{self, Debug, Formatter};
use std::io::Read;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a request carries: bytes, or chunks that are read while they are sent.
#[derive(Clone, Default)]
pub struct Body {
    pub(super) content: Content,
}

#[derive(Clone)]
pub(super) enum Content {
    Bytes(Bytes),
    /// What is to be sent once only, and how long it is said to be.
    Once(Arc<Once>, Option<u64>),
    /// The rest of it while it is sent, and how long that is.
    Begun(Arc<Mutex<Incoming>>, Option<u64>),
}

/// Chunks that are there once, until somebody takes them.
pub(super) struct Once(Mutex<Option<Box<dyn Source>>>);

impl Default for Content {
    fn default() -> Self {
        Content::Bytes(Bytes::new())
    }
}

impl Once {
    fn lock(&self) -> MutexGuard<'_, Option<Box<dyn Source>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Body {
    /// No body.
    pub fn empty() -> Self {
        Body::default()
    }

    /// A body that is read from a source while it is sent. It can be sent once only.
    pub fn from_source(source: impl Source + 'static) -> Self {
        let once = Once(Mutex::new(Some(Box::new(source))));
        Body {
            content: Content::Once(Arc::new(once), None),
        }
    }

    /// A body that is read, from a file for example, while it is sent. It can be sent once only.
    ///
    /// Reading blocks the thread that sends: between other tasks, take a stream where there may be waiting.
    pub fn from_reader(reader: impl Read + Send + 'static) -> Self {
        Body::from_source(Reading(reader))
    }

    /// Says how many bytes a source will give, so that the server is told. One that gives more or fewer is an error.
    #[must_use]
    pub fn with_length(mut self, bytes: u64) -> Self {
        if let Content::Once(_, length) = &mut self.content {
            *length = Some(bytes);
        }
        self
    }

    /// How many bytes it has; `None` where that is not known beforehand.
    pub fn length(&self) -> Option<u64> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes.len() as u64),
            Content::Once(_, length) | Content::Begun(_, length) => *length,
        }
    }

    /// The bytes; `None` for a body that is read while it is sent.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Once(..) | Content::Begun(..) => None,
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    /// Whether it can be sent more than once.
    pub fn is_repeatable(&self) -> bool {
        self.as_bytes().is_some()
    }

    /// Whether it could be sent once only, and was.
    pub(super) fn is_spent(&self) -> bool {
        match &self.content {
            Content::Bytes(_) => false,
            Content::Once(once, _) => once.lock().is_none(),
            Content::Begun(..) => true,
        }
    }

    /// Its chunks, for a transport. A source is taken when the first chunk is asked for, and not before.
    pub fn into_chunks(self) -> Incoming {
        match self.content {
            Content::Bytes(bytes) => Incoming::full(bytes),
            Content::Once(once, length) => Incoming::new(Taking {
                once,
                source: None,
                left: length,
            }),
            Content::Begun(chunks, _) => Incoming::new(Rest(chunks)),
        }
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Body {
            content: Content::Bytes(bytes.into()),
        }
    }
}

impl PartialEq for Body {
    /// Bytes are compared; a source equals itself only.
    fn eq(&self, other: &Self) -> bool {
        match (&self.content, &other.content) {
            (Content::Bytes(one), Content::Bytes(other)) => one == other,
            (Content::Once(one, _), Content::Once(other, _)) => Arc::ptr_eq(one, other),
            (Content::Begun(one, _), Content::Begun(other, _)) => Arc::ptr_eq(one, other),
            (Content::Bytes(_) | Content::Once(..) | Content::Begun(..), _) => false,
        }
    }
}

impl Eq for Body {}

impl Debug for Body {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Bytes(bytes) => f.debug_tuple("Body").field(bytes).finish(),
            Content::Once(..) | Content::Begun(..) => f.write_str("Body(..)"),
        }
    }
}

/// What is said when a body is to be sent again that cannot be.
pub(super) const SPENT: &str = "the body was sent already, and can be sent once only";

/// A body on its way out.
struct Taking {
    once: Arc<Once>,
    source: Option<Box<dyn Source>>,
    /// How many bytes are still to come, if that is known.
    left: Option<u64>,
}

impl Taking {
    async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        if self.source.is_none() {
            self.source = self.once.lock().take();
        }
        let Some(source) = &mut self.source else {
            return Err(TransportError::new(Stage::Exchange, SPENT));
        };
        let chunk = source.chunk().await?;
        let size = chunk.as_ref().map_or(0, |chunk| chunk.len() as u64);
        if let Some(left) = &mut self.left {
            let rest = left.checked_sub(size);
            let wrong = match rest {
                None => Some("more bytes than it was said to have"),
                Some(1..) if chunk.is_none() => Some("fewer bytes than it was said to have"),
                Some(_) => None,
            };
            if let Some(wrong) = wrong {
                let reason = format!("the body has {wrong}");
                return Err(TransportError::new(Stage::Exchange, reason));
            }
            *left = rest.unwrap_or_default();
        }
        Ok(chunk)
    }
}

impl Source for Taking {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(self.next())
    }
}

/// What is left of a body that somebody began to send.
struct Rest(Arc<Mutex<Incoming>>);

impl Source for Rest {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(std::future::poll_fn(|context| {
            let mut chunks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            chunks.poll_chunk(context)
        }))
    }
}

/// Chunks from a reader.
struct Reading<R>(R);

impl<R: Read + Send> Source for Reading<R> {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let mut chunk = vec![0; 32 << 10];
        let outcome = loop {
            match self.0.read(&mut chunk) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let chunk = match outcome {
            Ok(0) => Ok(None),
            Ok(size) => {
                chunk.truncate(size);
                Ok(Some(chunk.into()))
            }
            Err(error) => Err(TransportError::new(Stage::Exchange, error)),
        };
        Box::pin(std::future::ready(chunk))
    }
}
