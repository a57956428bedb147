//! things.

use super::{API, Client};
use crate::runtime;
use bytes::Bytes;

impl Client {
    /// `askThings`.
    ///
    /// `QUERY /things`
    ///
    /// # Arguments
    /// - `body`: as `text/plain`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.ask_things("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn ask_things(&self, body: impl Into<String>) -> AskThings {
        let mut call = self.core.call(&ASK_THINGS);
        call.text(body, "text/plain");
        AskThings { call }
    }

    /// `copyThings`.
    ///
    /// `COPY /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.copy_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn copy_things(&self) -> CopyThings {
        CopyThings {
            call: self.core.call(&COPY_THINGS),
        }
    }

    /// `peek`.
    ///
    /// `HEAD /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.peek().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn peek(&self) -> Peek {
        Peek {
            call: self.core.call(&PEEK),
        }
    }

    /// `ways`.
    ///
    /// `OPTIONS /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.ways().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn ways(&self) -> Ways {
        Ways {
            call: self.core.call(&WAYS),
        }
    }

    /// `echo`.
    ///
    /// `TRACE /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.echo().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn echo(&self) -> Echo {
        Echo {
            call: self.core.call(&ECHO),
        }
    }
}

pub(super) static ASK_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "askThings",
    method: "QUERY",
    path: "/things",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::ask_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AskThings {
    call: runtime::Call,
}

impl AskThings {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Vec<String>, AskThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AskThings, AskThingsError);

impl runtime::Operation for AskThings {
    type Output = Vec<String>;
    type Failure = AskThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

runtime::listed!(AskThings, String, AskThingsError, []);

/// What an API error says: the document has nothing about it.
pub type AskThingsError = runtime::Undocumented;

pub(super) static COPY_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "copyThings",
    method: "COPY",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::copy_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CopyThings {
    call: runtime::Call,
}

impl CopyThings {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), CopyThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(CopyThings, CopyThingsError);

impl runtime::Operation for CopyThings {
    type Output = ();
    type Failure = CopyThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type CopyThingsError = runtime::Undocumented;

pub(super) static PEEK: runtime::Endpoint = runtime::Endpoint {
    id: "peek",
    method: "HEAD",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::peek`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Peek {
    call: runtime::Call,
}

impl Peek {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PeekError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Peek, PeekError);

impl runtime::Operation for Peek {
    type Output = ();
    type Failure = PeekError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PeekError = runtime::Undocumented;

pub(super) static WAYS: runtime::Endpoint = runtime::Endpoint {
    id: "ways",
    method: "OPTIONS",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::ways`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Ways {
    call: runtime::Call,
}

impl Ways {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), WaysError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Ways, WaysError);

impl runtime::Operation for Ways {
    type Output = ();
    type Failure = WaysError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type WaysError = runtime::Undocumented;

pub(super) static ECHO: runtime::Endpoint = runtime::Endpoint {
    id: "echo",
    method: "TRACE",
    path: "/things",
    parameters: &[],
    accept: "message/http",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::echo`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Echo {
    call: runtime::Call,
}

impl Echo {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Bytes, EchoError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Echo, EchoError);

runtime::streamed!(Echo, EchoError);

impl runtime::Operation for Echo {
    type Output = Bytes;
    type Failure = EchoError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.bytes()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type EchoError = runtime::Undocumented;
