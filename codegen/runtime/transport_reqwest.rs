//! The default transport. In: requests; out: responses, through the `reqwest` crate. Invariant: as every transport:
//! no redirects, no cookies, every status is a response.

use super::body::Body;
use super::incoming::{Chunk, Incoming, Polled};
use super::transport::{Answer, BoxFuture, Stage, Transport, TransportError};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

/// Sends through `reqwest`.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// With connections of its own.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> Result<Self, TransportError> {
        provide_crypto();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build();
        client
            .map(Self::from_client)
            .map_err(|error| TransportError::new(Stage::Connect, error))
    }

    /// With a client that is already set up. Redirects are followed by the caller of the transport: the client should
    /// have `redirect::Policy::none()`.
    pub fn from_client(client: reqwest::Client) -> Self {
        ReqwestTransport { client }
    }
}

/// `rustls` needs to be told once per process whose cryptography to use; whoever came first is kept.
fn provide_crypto() {
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // Fails only if another thread was faster, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        Box::pin(async move {
            let request = reqwest::Request::try_from(request.map(outgoing)).map_err(failure)?;
            let response = self.client.execute(request).await.map_err(failure)?;
            let answer = http::Response::<reqwest::Body>::from(response);
            Ok(answer.map(|body| Incoming::polled(Chunks(body))))
        })
    }
}

fn outgoing(body: Body) -> reqwest::Body {
    match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        None => reqwest::Body::wrap(Outgoing {
            length: body.length(),
            chunks: Mutex::new(body.into_chunks()),
        }),
    }
}

/// A body that is read while it is sent.
struct Outgoing {
    length: Option<u64>,
    // Never locked: it only lets threads share what they cannot use together.
    chunks: Mutex<Incoming>,
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let chunks = self.chunks.get_mut();
        let chunks = chunks.unwrap_or_else(PoisonError::into_inner);
        let chunk = chunks.poll_chunk(context).map(Result::transpose);
        chunk.map(|next| next.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map(SizeHint::with_exact).unwrap_or_default()
    }
}

struct Chunks(reqwest::Body);

impl Polled for Chunks {
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Chunk> {
        loop {
            let frame = http_body::Body::poll_frame(Pin::new(&mut self.0), context);
            match std::task::ready!(frame).map(|frame| frame.map(Frame::into_data)) {
                Some(Ok(Ok(chunk))) => return Poll::Ready(Ok(Some(chunk))),
                // Trailers.
                Some(Ok(Err(_))) => {}
                Some(Err(error)) => return Poll::Ready(Err(failure(error))),
                None => return Poll::Ready(Ok(None)),
            }
        }
    }
}

fn failure(error: reqwest::Error) -> TransportError {
    let stage = if error.is_timeout() {
        Stage::Timeout
    } else if error.is_connect() || error.is_builder() {
        Stage::Connect
    } else {
        Stage::Exchange
    };
    // The URL may hold secrets in its query.
    TransportError::new(stage, error.without_url())
}
