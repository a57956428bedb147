//! How far a body is. In: a body on its way, and somebody who wants to know; out: the same body. Invariant: what is told are
//! the bytes that passed, no more and no fewer.

use super::body::Body;
use super::call::Call;
use super::incoming::{Incoming, Source};
use super::transport::{BoxFuture, TransportError};
use bytes::Bytes;
use http::HeaderMap;
use http::header::{CONTENT_LENGTH, CONTENT_RANGE};
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

/// How far a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Which body.
    pub way: ProgressOf,
    /// How many bytes of it have passed. It begins again from zero when the request is sent again.
    pub bytes: u64,
    /// How many there will be, if that is known.
    pub total: Option<u64>,
}

/// Which body is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgressOf {
    /// That of the request.
    Upload,
    /// That of a response of success.
    Download,
}

/// Somebody who wants to know.
#[derive(Clone)]
pub(super) struct Watch(Arc<dyn Fn(Progress) + Send + Sync>);

impl Call {
    /// Is told how far the bodies of request and response are, after each chunk that passed.
    pub fn on_progress(&mut self, told: impl Fn(Progress) + Send + Sync + 'static) {
        self.watch = Some(Watch(Arc::new(told)));
    }
}

impl Watch {
    /// The body of a request.
    pub(super) fn upload(&self, body: Body) -> Body {
        if body.is_empty() {
            return body;
        }
        let length = body.length();
        let chunks = match body.as_bytes() {
            Some(bytes) => Incoming::new(Slices(bytes.clone())),
            None => body.into_chunks(),
        };
        let watched = Body::from_source(self.watched(chunks, ProgressOf::Upload, 0, length));
        match length {
            Some(length) => watched.with_length(length),
            None => watched,
        }
    }

    /// The body of a response. Part of a content is told as such.
    pub(super) fn download(&self, incoming: Incoming, headers: &HeaderMap) -> Incoming {
        let length = headers.get(CONTENT_LENGTH);
        let length = length.and_then(|value| value.to_str().ok()?.parse().ok());
        let (before, total) = match content_range(headers) {
            Some((start, total)) => (
                start,
                total.or(length.map(|length| start.saturating_add(length))),
            ),
            None => (0, length),
        };
        Incoming::new(self.watched(incoming, ProgressOf::Download, before, total))
    }

    fn watched(
        &self,
        incoming: Incoming,
        way: ProgressOf,
        bytes: u64,
        total: Option<u64>,
    ) -> Watched {
        Watched {
            incoming,
            watch: self.clone(),
            progress: Progress { way, bytes, total },
        }
    }
}

impl Debug for Watch {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}

/// A body that is watched.
struct Watched {
    incoming: Incoming,
    watch: Watch,
    progress: Progress,
}

impl Watched {
    async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        let chunk = self.incoming.chunk().await?;
        if let Some(chunk) = chunk.as_ref().filter(|chunk| !chunk.is_empty()) {
            self.progress.bytes = self.progress.bytes.saturating_add(chunk.len() as u64);
            (self.watch.0)(self.progress);
        }
        Ok(chunk)
    }
}

impl Source for Watched {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(self.next())
    }
}

/// Bytes, a slice at a time: in one piece there would be nothing to tell.
struct Slices(Bytes);

/// How many bytes a slice has.
const SLICE: usize = 64 << 10;

impl Source for Slices {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let slice = self.0.split_to(self.0.len().min(SLICE));
        let slice = (!slice.is_empty()).then_some(slice);
        Box::pin(std::future::ready(Ok(slice)))
    }
}

/// Where the content of a partial response begins, and how long the whole is: `Content-Range: bytes 5-9/10`.
pub(super) fn content_range(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
    let text = headers.get(CONTENT_RANGE)?.to_str().ok()?;
    let (range, total) = text.trim().strip_prefix("bytes ")?.split_once('/')?;
    let start = range.split_once('-')?.0.trim().parse().ok()?;
    Some((start, total.trim().parse().ok()))
}
