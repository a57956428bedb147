//! A server for tests: connections in turn, each of which gives its body in chunks and may break.

use super::petstore::{Client, Credentials};
use crate::runtime::{
    Answer, Body, BoxFuture, Clock, Incoming, Source, Stage, Transport, TransportError,
};
use bytes::Bytes;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

/// What becomes of one connection.
#[derive(Clone, Debug)]
pub(crate) struct Talk {
    status: u16,
    headers: Vec<(&'static str, String)>,
    chunks: VecDeque<Bytes>,
    broken: bool,
}

impl Talk {
    /// Success with this body, which ends as it should.
    pub(crate) fn ok(body: impl Into<Bytes>) -> Self {
        Talk {
            status: 200,
            headers: Vec::new(),
            chunks: VecDeque::from([body.into()]),
            broken: false,
        }
    }

    pub(crate) fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Gives the body in chunks of at most so many bytes.
    pub(crate) fn in_chunks(mut self, size: usize) -> Self {
        let mut rest = self.chunks.pop_front().unwrap_or_default();
        while !rest.is_empty() {
            self.chunks.push_back(rest.split_to(size.min(rest.len())));
        }
        self
    }

    /// Gives the body in two chunks.
    pub(crate) fn cut_at(mut self, at: usize) -> Self {
        let mut rest = self.chunks.pop_front().unwrap_or_default();
        self.chunks.push_back(rest.split_to(at));
        self.chunks.push_back(rest);
        self
    }

    /// Breaks at the end.
    pub(crate) fn broken(mut self) -> Self {
        self.broken = true;
        self
    }
}

impl Source for Talk {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let next = self.chunks.pop_front().filter(|chunk| !chunk.is_empty());
        Box::pin(std::future::ready(match next {
            Some(chunk) => Ok(Some(chunk)),
            None if !self.chunks.is_empty() => Ok(Some(Bytes::new())),
            None if self.broken => Err(TransportError::new(Stage::Exchange, "gone")),
            None => Ok(None),
        }))
    }
}

/// The server. Clones share what happened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Talks {
    state: Arc<Mutex<Happened>>,
}

#[derive(Debug, Default)]
struct Happened {
    talks: VecDeque<Talk>,
    requests: Vec<http::Request<Bytes>>,
    pauses: Vec<Duration>,
}

impl Talks {
    pub(crate) fn new(talks: impl IntoIterator<Item = Talk>) -> Self {
        let out = Talks::default();
        out.state.lock().expect("a lock").talks.extend(talks);
        out
    }

    /// A client of this server, whose time is that of the server: pauses are over at once.
    pub(crate) fn client(&self) -> Client {
        self.client_with(|_| {})
    }

    pub(crate) fn client_with(
        &self,
        change: impl FnOnce(&mut crate::runtime::CoreBuilder),
    ) -> Client {
        let mut builder = Client::builder()
            .base_url("http://h")
            .credentials(Credentials::new("k", "t"))
            .transport(self.clone());
        builder.core.blocking_transport(self.clone());
        builder.core.clock(self.clone());
        change(&mut builder.core);
        builder.build().expect("a client")
    }

    pub(crate) fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.state.lock().expect("a lock").requests.clone()
    }

    /// One header of each request; empty where it has none.
    pub(crate) fn sent(&self, name: &str) -> Vec<String> {
        let requests = self.requests();
        let values = requests.iter().map(|request| request.headers().get(name));
        values
            .map(|value| value.map_or(String::new(), |value| value.to_str().expect("text").into()))
            .collect()
    }

    /// The pauses that were made, but for the time limits.
    pub(crate) fn pauses(&self) -> Vec<Duration> {
        self.state.lock().expect("a lock").pauses.clone()
    }

    async fn answer(self, request: http::Request<Body>) -> Answer {
        let (head, body) = request.into_parts();
        let body = body.into_chunks().collect().await?;
        let mut state = self.state.lock().expect("a lock");
        let request = http::Request::from_parts(head, body);
        state.requests.push(request);
        let Some(talk) = state.talks.pop_front() else {
            return Err(TransportError::new(Stage::Connect, "nobody there"));
        };
        let mut response = http::Response::builder().status(talk.status);
        for (name, value) in &talk.headers {
            response = response.header(*name, value);
        }
        Ok(response.body(Incoming::new(talk)).expect("a response"))
    }
}

impl Transport for Talks {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        Box::pin(self.clone().answer(request))
    }
}

impl Clock for Talks {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn since_epoch(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        let talks = self.clone();
        let mut polls = 0;
        // Work beside it goes first: a time limit is not reached.
        Box::pin(std::future::poll_fn(move |context| {
            polls += 1;
            if polls < 50 {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            talks.state.lock().expect("a lock").pauses.push(time);
            Poll::Ready(())
        }))
    }

    fn random(&self) -> u64 {
        u64::MAX
    }
}
