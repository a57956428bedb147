//! A server without a connection, as a transport of a client. In: requests; out: responses, and what goes wrong with them.
//! Invariant: nothing leaves the process.

use super::engine::Engine;
use super::fault::Damage;
use super::received::Received;
use crate::runtime::body::Body;
use crate::runtime::incoming::{Incoming, Source};
use crate::runtime::transport::{Answer, BoxFuture, Stage, Transport, TransportError};
use bytes::Bytes;
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::time::Duration;

/// A server without a connection. Clones are one server.
#[derive(Clone)]
pub struct Local {
    engine: Arc<Engine>,
}

impl Local {
    pub(super) fn new(engine: Arc<Engine>) -> Self {
        Local { engine }
    }

    /// The requests that were answered.
    pub fn received(&self) -> Vec<Received> {
        self.engine.received()
    }

    async fn answer(self, request: http::Request<Body>) -> Answer {
        let (head, body) = request.into_parts();
        let body = body.into_chunks().collect().await?;
        let played = self.engine.play(&head, body);
        pause(played.delay).await;
        self.engine.done(&played);
        let (head, body) = played.response.into_parts();
        let half = body.slice(..body.len() / 2);
        let incoming = match played.damage {
            Some(Damage::Reset) => {
                return Err(TransportError::new(
                    Stage::Exchange,
                    "the connection was reset",
                ));
            }
            None | Some(Damage::Malformed) => Incoming::full(body),
            Some(Damage::Cut) => Incoming::new(Pieces::new(half, usize::MAX, Duration::ZERO, true)),
            Some(Damage::Length(length)) => {
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                match body.len() < length {
                    true => Incoming::new(Pieces::new(body, usize::MAX, Duration::ZERO, true)),
                    false => Incoming::full(body.slice(..length)),
                }
            }
            Some(Damage::Slow(size, time)) => Incoming::new(Pieces::new(body, size, time, false)),
        };
        Ok(http::Response::from_parts(head, incoming))
    }
}

impl Transport for Local {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        Box::pin(self.clone().answer(request))
    }
}

impl Debug for Local {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Local")
    }
}

/// Waits, in a runtime or on a thread.
pub(super) async fn pause(time: Duration) {
    if time.is_zero() {
        return;
    }
    match tokio::runtime::Handle::try_current() {
        Ok(_) => tokio::time::sleep(time).await,
        Err(_) => std::thread::sleep(time),
    }
}

/// A body in pieces, which may end before its end.
pub(super) struct Pieces {
    rest: Bytes,
    size: usize,
    pause: Duration,
    broken: bool,
    begun: bool,
}

impl Pieces {
    pub(super) fn new(rest: Bytes, size: usize, pause: Duration, broken: bool) -> Self {
        Pieces {
            rest,
            size,
            pause,
            broken,
            begun: false,
        }
    }

    /// The next piece; an error where the connection is to end.
    pub(super) async fn next(&mut self) -> Result<Option<Bytes>, &'static str> {
        if std::mem::replace(&mut self.begun, true) {
            pause(self.pause).await;
        }
        if self.rest.is_empty() {
            return match std::mem::take(&mut self.broken) {
                true => Err("the connection ended too early"),
                false => Ok(None),
            };
        }
        let size = self.size.min(self.rest.len());
        Ok(Some(self.rest.split_to(size)))
    }
}

impl Source for Pieces {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move {
            let next = self.next().await;
            next.map_err(|reason| TransportError::new(Stage::Exchange, reason))
        })
    }
}
