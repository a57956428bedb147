//! The default transport. In: requests; out: responses, through the `reqwest` crate. Invariant: as every transport:
//! no redirects, no cookies, every status is a response.

use super::body::Body;
use super::frames::Frames;
use super::incoming::Incoming;
use super::transport::{Answer, BoxFuture, Stage, Transport, TransportError};

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
            Ok(answer.map(|body| Incoming::polled(Frames { body, failure })))
        })
    }
}

fn outgoing(body: Body) -> reqwest::Body {
    match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        None => reqwest::Body::wrap(body),
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
