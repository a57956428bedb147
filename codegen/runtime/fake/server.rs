//! A server of an API. In: its operations, and how it is to behave; out: a server on a port, a router, or a transport that
//! needs no connection. Invariant: an operation without a handler answers with the document's own example.

use super::answer::{Answer, Said, Spoken};
use super::engine::{Behaviour, Engine, address};
use super::fault::Fault;
use super::operation::Handler;
use super::problem::Problem;
use super::received::{FromReceived, Received};
use super::row::Row;
use super::serve::{self, Running};
use super::transport::Local;
use axum::Router;
use bytes::Bytes;
use std::fmt::{self, Debug, Formatter};
use std::io;
use std::marker::PhantomData;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// An API that has servers.
pub trait Described {
    /// Its operations, in groups.
    fn rows() -> Vec<&'static [Row]>;
}

/// A server that is being put together.
#[must_use = "a server does nothing until it is started"]
pub struct Server<A> {
    behaviour: Behaviour,
    api: PhantomData<fn() -> A>,
}

impl<A: Described> Server<A> {
    /// A server that answers every operation with the document's example.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let groups = A::rows();
        let behaviour = Behaviour {
            rows: groups.into_iter().flatten().collect(),
            ..Behaviour::default()
        };
        Server {
            behaviour,
            api: PhantomData,
        }
    }
}

impl<A> Server<A> {
    /// Answers an operation by a handler: for emitted code, which has a method for each of them.
    pub fn on<T, E, R, O>(
        mut self,
        row: &'static Row,
        say: fn(&T, &Row) -> Said,
        handler: impl Handler<R, O>,
    ) -> Self
    where
        R: FromReceived,
        O: Into<Answer<T, E>>,
        E: Spoken,
        T: 'static,
    {
        let handle = move |received: &Received| {
            let read = R::from_received(received)?;
            let answer: Answer<T, E> = handler(&read).into();
            let answered = answer.response(row, say);
            answered.map_err(|problem| problem.of(received.operation()))
        };
        self.behaviour
            .handlers
            .insert(address(row), Arc::new(handle));
        self
    }

    /// Answers below this path, as `/api/v2`, which the URL then ends with.
    pub fn base_path(mut self, path: impl Into<String>) -> Self {
        self.behaviour.base = base(&path.into());
        self
    }

    /// Answers below this path, too; `/` is no path.
    pub fn also_at(mut self, path: impl Into<String>) -> Self {
        self.behaviour.others.push(base(&path.into()));
        self
    }

    /// Takes this secret of a security scheme, and none but those that were given: a token, or `user:password`. A scheme
    /// without one takes any.
    pub fn secret(mut self, scheme: impl Into<String>, secret: impl Into<String>) -> Self {
        self.behaviour.known.push((scheme.into(), secret.into()));
        self
    }

    /// Takes requests with any credentials, or with none.
    pub fn accept_any_credentials(mut self) -> Self {
        self.behaviour.any_credentials = true;
        self
    }

    /// Takes requests with keys in the query that the document does not have, and objects with properties that it does not
    /// allow.
    pub fn accept_unknown_keys(mut self) -> Self {
        self.behaviour.strict.keys = false;
        self
    }

    /// Takes parameters and bodies with values that their `enum` does not have.
    pub fn accept_unknown_values(mut self) -> Self {
        self.behaviour.strict.values = false;
        self
    }

    /// Takes bodies of up to this many bytes, where it is 16 MiB otherwise; longer ones are refused (413).
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.behaviour.body_limit = bytes;
        self
    }

    /// Lets something go wrong. Where two faults are for the same call, the first one wins; delays add up.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.behaviour.faults.push(fault);
        self
    }

    /// Says in another way what is wrong, also where a [`Fault`] asks for a status that has an example.
    pub fn on_problem(
        mut self,
        voice: impl Fn(&Received, &Problem) -> http::Response<Bytes> + Send + Sync + 'static,
    ) -> Self {
        self.behaviour.voice = Some(Arc::new(voice));
        self
    }

    /// Looks at every request before anything else, and may answer it; what is `None` goes its way.
    pub fn before(
        mut self,
        gate: impl Fn(&Received) -> Option<http::Response<Bytes>> + Send + Sync + 'static,
    ) -> Self {
        self.behaviour.gate = Some(Arc::new(gate));
        self
    }

    /// Looks at every answer before it is sent, and may change it.
    pub fn finish(
        mut self,
        finish: impl Fn(&Received, &mut http::Response<Bytes>) + Send + Sync + 'static,
    ) -> Self {
        self.behaviour.finish = Some(Arc::new(finish));
        self
    }

    /// Starts it on a free port of the loopback interface.
    ///
    /// # Errors
    /// When the port cannot be bound, or the thread not started.
    pub async fn start(self) -> io::Result<Running> {
        self.start_blocking()
    }

    /// Starts it at an address; the port 0 takes a free one.
    ///
    /// # Errors
    /// When the address cannot be bound, or the thread not started.
    pub async fn start_at(self, address: SocketAddr) -> io::Result<Running> {
        self.start_blocking_at(address)
    }

    /// Starts it on a free port, without an async runtime of the caller.
    ///
    /// # Errors
    /// When the port cannot be bound, or the thread not started.
    pub fn start_blocking(self) -> io::Result<Running> {
        self.start_blocking_at((Ipv4Addr::LOCALHOST, 0).into())
    }

    /// Starts it at an address, without an async runtime of the caller.
    ///
    /// # Errors
    /// When the address cannot be bound, or the thread not started.
    pub fn start_blocking_at(self, address: SocketAddr) -> io::Result<Running> {
        let base = self.behaviour.base.clone();
        serve::start(Arc::new(self.remote()), address, &base)
    }

    /// As a router, to be mounted in another one.
    pub fn router(self) -> Router {
        serve::router(Arc::new(self.remote()))
    }

    /// Beyond a connection, where nobody sees that a handler panics unless it is told.
    fn remote(mut self) -> Engine {
        self.behaviour.catches = true;
        Engine::new(self.behaviour)
    }

    /// As a transport of a client, without a connection.
    pub fn transport(self) -> Local {
        Local::new(Arc::new(Engine::new(self.behaviour)))
    }
}

fn base(path: &str) -> String {
    match path.trim_matches('/') {
        "" => String::new(),
        path => format!("/{path}"),
    }
}

impl<A> Debug for Server<A> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("operations", &self.behaviour.rows.len())
            .field("base_path", &self.behaviour.base)
            .finish_non_exhaustive()
    }
}
