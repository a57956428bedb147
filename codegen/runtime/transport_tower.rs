//! A transport of the caller's making. In: requests; out: responses, through any `tower` service. Invariant: a service is
//! called when it says that it is ready, and a failure of which it is not known how far the request came counts as one
//! that may have been sent.

use super::body::Body;
use super::frames::Frames;
use super::incoming::Incoming;
use super::transport::{Answer, BoxFuture, MaybeSend, Stage, Transport, TransportError};
use std::error::Error;
use std::fmt::{self, Debug, Formatter};
use std::sync::{Mutex, PoisonError};
use tower_service::Service;

/// Sends through a `tower` service: a `hyper` client, a stack of layers, or a server in the same process.
///
/// Each request is given to a clone of the service, once that is ready. It should follow no redirects; those and retries
/// are the client's. What it does not decode is not asked for: a compressed response needs a layer that asks for it.
///
/// A failure before the service is ready counts as [`Stage::Connect`], and is repeated whatever the method. A later one
/// counts as [`Stage::Exchange`], even where no connection was made, since that is not told: a `POST` is not repeated
/// after it. A service that knows more says so with a [`TransportError`] as its error:
///
/// ```text
/// let service = hyper_client.map_err(|error| {
///     let stage = if error.is_connect() { Stage::Connect } else { Stage::Exchange };
///     TransportError::new(stage, error)
/// });
/// let client = Client::builder().transport(TowerTransport::new(service)).build()?;
/// ```
pub struct TowerTransport<S> {
    // Locked only to be cloned: it need not be `Sync`.
    service: Mutex<S>,
}

type Source = Box<dyn Error + Send + Sync>;

impl<S> TowerTransport<S> {
    /// With a service whose clones are cheap and share their connections, as those of `tower` and `hyper` do.
    pub fn new(service: S) -> Self {
        TowerTransport {
            service: Mutex::new(service),
        }
    }
}

impl<S: Clone> TowerTransport<S> {
    fn service(&self) -> S {
        let service = self.service.lock();
        service.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl<S, B> Transport for TowerTransport<S>
where
    S: Service<http::Request<Body>, Response = http::Response<B>> + Clone + Send + 'static,
    S::Future: MaybeSend,
    S::Error: Into<Source>,
    B: http_body::Body + MaybeSend + 'static,
    B::Error: Into<Source>,
{
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let mut service = self.service();
        Box::pin(async move {
            let ready = std::future::poll_fn(|context| service.poll_ready(context)).await;
            ready.map_err(|error| failure(Stage::Connect, error.into()))?;
            let response = service.call(request).await;
            let response = response.map_err(|error| failure(Stage::Exchange, error.into()))?;
            Ok(response.map(|body| {
                Incoming::polled(Frames {
                    body: Box::pin(body),
                    failure: |error: B::Error| failure(Stage::Exchange, error.into()),
                })
            }))
        })
    }
}

/// What went wrong: as the service says, or at this stage.
fn failure(stage: Stage, error: Source) -> TransportError {
    match error.downcast::<TransportError>() {
        Ok(known) => *known,
        Err(other) => TransportError::new(stage, other),
    }
}

impl<S: Clone> Clone for TowerTransport<S> {
    fn clone(&self) -> Self {
        TowerTransport::new(self.service())
    }
}

impl<S> Debug for TowerTransport<S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("TowerTransport")
    }
}
