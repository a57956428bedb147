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
            let response = self.client.execute(outgoing(request)?).await;
            let response = response.map_err(failure)?;
            let answer = http::Response::<reqwest::Body>::from(response);
            Ok(answer.map(|body| Incoming::polled(Frames { body, failure })))
        })
    }

    /// The executor gives it up in time.
    fn takes_limits(&self) -> bool {
        false
    }
}

/// The same request, as reqwest has it.
fn outgoing(request: http::Request<Body>) -> Result<reqwest::Request, TransportError> {
    let (head, body) = request.into_parts();
    let (scheme, authority) = (head.uri.scheme_str(), head.uri.authority());
    let target = head
        .uri
        .path_and_query()
        .map_or("/", |target| target.as_str());
    let url = [
        scheme.unwrap_or_default(),
        "://",
        authority.map_or("", |authority| authority.as_str()),
        target,
    ]
    .concat();
    let url = reqwest::Url::parse(&url);
    let url = url.map_err(|error| TransportError::new(Stage::Connect, error))?;
    let mut request = reqwest::Request::new(head.method, url);
    *request.headers_mut() = head.headers;
    *request.version_mut() = head.version;
    if !body.is_empty() {
        *request.body_mut() = Some(match body.as_bytes() {
            Some(bytes) => bytes.clone().into(),
            None => reqwest::Body::wrap(body),
        });
    }
    Ok(request)
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
