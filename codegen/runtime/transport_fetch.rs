//! The default transport in a browser. In: requests; out: responses, through `fetch` by way of the `reqwest` crate.
//! Invariant: every status is a response. What else a transport promises is the browser's: it follows redirects itself.

use super::body::Body;
use super::incoming::{Chunk, Incoming, Polled};
use super::transport::{Answer, BoxFuture, Stage, Transport, TransportError};
use bytes::Bytes;
use futures_core::Stream;
use http::header::USER_AGENT;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Sends through the `fetch` of a browser, a worker or Node.
///
/// Some things are the browser's there: it follows redirects itself, to another origin with all headers but
/// `Authorization` where that origin agrees; it decodes compressed bodies; it sends its own `User-Agent`; and it does not
/// tell a connection that was refused from one that broke, so that a `POST` is repeated after neither. A body that is
/// read while it is sent is read whole before.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// With the `fetch` that is there.
    ///
    /// # Errors
    /// Never, in a browser.
    pub fn new() -> Result<Self, TransportError> {
        Ok(Self::from_client(reqwest::Client::new()))
    }

    /// With a client that is already set up.
    pub fn from_client(client: reqwest::Client) -> Self {
        ReqwestTransport { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        Box::pin(async move {
            let (mut head, body) = request.into_parts();
            // Where it can be set, it makes the browser ask the server beforehand whether it may.
            head.headers.remove(USER_AGENT);
            let body = match body.as_bytes() {
                Some(bytes) => bytes.clone(),
                None => body.into_chunks().collect().await?,
            };
            let request = http::Request::from_parts(head, body);
            let request = reqwest::Request::try_from(request).map_err(failure)?;
            let response = self.client.execute(request).await.map_err(failure)?;
            let mut answer = http::Response::new(());
            *answer.status_mut() = response.status();
            *answer.headers_mut() = response.headers().clone();
            let chunks = Chunks(Box::pin(response.bytes_stream()));
            Ok(answer.map(|()| Incoming::polled(chunks)))
        })
    }
}

struct Chunks(Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>>>>);

impl Polled for Chunks {
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Chunk> {
        let chunk = self.0.as_mut().poll_next(context);
        chunk.map(|chunk| chunk.transpose().map_err(failure))
    }
}

fn failure(error: reqwest::Error) -> TransportError {
    let stage = if error.is_timeout() {
        Stage::Timeout
    } else if error.is_builder() {
        Stage::Connect
    } else {
        Stage::Exchange
    };
    // The URL may hold secrets in its query.
    TransportError::new(stage, error.without_url())
}
