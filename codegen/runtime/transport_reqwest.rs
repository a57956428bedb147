//! The default transport. In: requests; out: responses, through the `reqwest` crate. Invariant: as every transport:
//! no redirects, no cookies, every status is a response.

use super::body::Body;
use super::transport::{Answer, BoxFuture, Incoming, Source, Stage, Transport, TransportError};
use bytes::Bytes;

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
            let request =
                reqwest::Request::try_from(request.map(Body::into_bytes)).map_err(failure)?;
            let mut response = self.client.execute(request).await.map_err(failure)?;
            let mut answer = http::Response::new(());
            *answer.status_mut() = response.status();
            *answer.version_mut() = response.version();
            *answer.headers_mut() = std::mem::take(response.headers_mut());
            Ok(answer.map(|()| Incoming::new(Chunks(response))))
        })
    }
}

struct Chunks(reqwest::Response);

impl Source for Chunks {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move { self.0.chunk().await.map_err(failure) })
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
