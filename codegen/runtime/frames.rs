//! Bodies as the crate `http-body` has them. In: a body of ours, or one of theirs; out: the other. Invariant: trailers are
//! passed over, and a body that can be sent once only is not begun before somebody asks for its first frame.

use super::body::{Body, Content};
use super::incoming::{Chunk, Polled};
use super::transport::{MaybeSend, TransportError};
use bytes::{Buf, Bytes};
use http_body::{Frame, SizeHint};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if let Content::Bytes(bytes) = &mut self.content {
            let bytes = std::mem::take(bytes);
            return Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))));
        }
        if let Content::Once(_, length) = self.content {
            let chunks = std::mem::take(&mut *self).into_chunks();
            self.content = Content::Begun(Arc::new(Mutex::new(chunks)), length);
        }
        let Content::Begun(chunks, left) = &mut self.content else {
            return Poll::Ready(None);
        };
        let mut chunks = chunks.lock().unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(chunks.poll_chunk(context));
        if let (Some(left), Ok(Some(chunk))) = (left, &chunk) {
            *left = left.saturating_sub(chunk.len() as u64);
        }
        Poll::Ready(chunk.transpose().map(|chunk| chunk.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        self.length().map(SizeHint::with_exact).unwrap_or_default()
    }
}

/// The chunks of a body of theirs, and what its errors mean.
pub(super) struct Frames<B, F> {
    pub(super) body: B,
    pub(super) failure: F,
}

impl<B, F> Polled for Frames<B, F>
where
    B: http_body::Body + MaybeSend + Unpin,
    F: Fn(B::Error) -> TransportError + MaybeSend,
{
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Chunk> {
        loop {
            let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
            match frame.map(|frame| frame.map(Frame::into_data)) {
                // For `Bytes` this is no copy.
                Some(Ok(Ok(mut data))) => {
                    return Poll::Ready(Ok(Some(data.copy_to_bytes(data.remaining()))));
                }
                // Trailers.
                Some(Ok(Err(_))) => {}
                Some(Err(error)) => return Poll::Ready(Err((self.failure)(error))),
                None => return Poll::Ready(Ok(None)),
            }
        }
    }
}
