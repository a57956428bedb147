//! How requests leave and responses arrive. In: an `http::Request`; out: an `http::Response` whose body comes in chunks.
//! Invariant: a transport follows no redirects, adds no credentials and gives every status back as a response.

use super::body::Body;
use super::incoming::Incoming;
use std::fmt::{self, Debug, Display, Formatter};
use std::future::Future;
use std::pin::Pin;

/// A future on the heap.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A future on the heap; there is one thread in a browser.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// `Send`, but in a browser, where there is one thread.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
pub trait MaybeSend: Send {}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
impl<T: Send> MaybeSend for T {}

/// `Send`, but in a browser, where there is one thread.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub trait MaybeSend {}

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
impl<T> MaybeSend for T {}

/// What a transport gives back.
pub type Answer = Result<http::Response<Incoming>, TransportError>;

/// Sends requests.
///
/// A blocking transport does its work before it returns and gives a future that is ready.
pub trait Transport: Send + Sync + Debug {
    /// Sends a request and waits for the head of its response.
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer>;

    /// Whether it looks at [`TimeLimit`] and [`StepLimit`]: one that does not can be spared them.
    fn takes_limits(&self) -> bool {
        true
    }
}

/// How long a transport may take for a request, found in its extensions: for transports that keep their own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLimit(pub std::time::Duration);

/// How long a transport may take for each step of a request whose response is not read at once: until the head has come,
/// and then for each chunk. In place of [`TimeLimit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepLimit(pub std::time::Duration);

/// A request that got no response.
#[derive(Debug)]
pub struct TransportError {
    stage: Stage,
    source: Box<dyn std::error::Error + Send + Sync>,
}

/// How far a request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// No connection was made: the server has seen nothing of it.
    Connect,
    /// The time was up.
    Timeout,
    /// It may have been sent, wholly or in part.
    Exchange,
}

impl TransportError {
    /// A failure at a stage.
    pub fn new(stage: Stage, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        TransportError {
            stage,
            source: source.into(),
        }
    }

    /// How far the request came.
    pub fn stage(&self) -> Stage {
        self.stage
    }
}

impl Display for TransportError {
    /// The whole chain of causes: the outermost alone says too little.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.stage {
            Stage::Connect => "no connection",
            Stage::Timeout => "no response in time",
            Stage::Exchange => "the connection failed",
        })?;
        let mut said = String::new();
        let mut cause: Option<&dyn std::error::Error> = Some(&*self.source);
        while let Some(error) = cause {
            // What JavaScript throws has its stack behind it.
            let text = error.to_string();
            let text = text.lines().next().unwrap_or_default();
            // Wrappers often repeat what they wrap.
            if !said.contains(text) {
                write!(f, ": {text}")?;
                said = text.to_owned();
            }
            cause = error.source();
        }
        Ok(())
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}
