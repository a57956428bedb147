//! A transport for tests. In: responses to give, in turn; out: the requests that were made. Invariant: nothing leaves the
//! process.

use super::body::Body;
use super::incoming::Incoming;
use super::transport::{Answer, BoxFuture, Stage, Transport, TransportError};
use bytes::Bytes;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// A server made of prepared responses. Clones share the script.
#[derive(Clone, Debug, Default)]
pub struct Scripted {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    answers: VecDeque<Result<http::Response<Bytes>, Stage>>,
    requests: Vec<http::Request<Bytes>>,
}

impl Scripted {
    /// A server without responses.
    pub fn new() -> Self {
        Scripted::default()
    }

    /// Next, this status and body, as JSON.
    #[must_use]
    pub fn reply(self, status: u16, body: impl Into<Bytes>) -> Self {
        let response = http::Response::builder()
            .status(status)
            .header("content-type", "application/json");
        match response.body(body.into()) {
            Ok(response) => self.respond(response),
            Err(_) => self.fail(Stage::Exchange),
        }
    }

    /// Next, this response.
    #[must_use]
    pub fn respond(self, response: http::Response<Bytes>) -> Self {
        self.lock().answers.push_back(Ok(response));
        self
    }

    /// Next, a failure at this stage.
    #[must_use]
    pub fn fail(self, stage: Stage) -> Self {
        self.lock().answers.push_back(Err(stage));
        self
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.lock().requests.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(self, request: http::Request<Body>) -> Answer {
        let next = self.lock().answers.pop_front();
        let (head, body) = request.into_parts();
        let sent = match (body.as_bytes().cloned(), &next) {
            (Some(bytes), _) => bytes,
            // Without a connection a body is not even begun.
            (None, Some(Err(Stage::Connect)) | None) => Bytes::new(),
            (None, Some(_)) => body.into_chunks().collect().await?,
        };
        let request = http::Request::from_parts(head, sent);
        self.lock().requests.push(request);
        match next {
            Some(Ok(response)) => Ok(response.map(Incoming::full)),
            Some(Err(stage)) => Err(TransportError::new(stage, "as scripted")),
            None => Err(TransportError::new(
                Stage::Connect,
                "the script is at its end",
            )),
        }
    }
}

impl Transport for Scripted {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        Box::pin(self.clone().answer(request))
    }
}
