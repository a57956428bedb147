//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `findThings`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .find_things(models::FindThingsFilter::new().with_name("text"))
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn find_things(&self, filter: models::FindThingsFilter) -> FindThings {
        FindThings {
            call: self.core.call(&FIND_THINGS).with(0, &filter),
        }
    }

    /// `peekThings`.
    ///
    /// `HEAD /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.peek_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn peek_things(&self) -> PeekThings {
        PeekThings {
            call: self.core.call(&PEEK_THINGS),
        }
    }
}

pub(super) static FIND_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "findThings",
    method: "GET",
    path: "/things",
    parameters: &[
        runtime::Parameter::querystring("filter")
            .required()
            .styled(runtime::Style::Content("application/x-www-form-urlencoded"), false),
    ],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::find_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct FindThings {
    call: runtime::Call,
}

impl FindThings {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), FindThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(FindThings, FindThingsError);

impl runtime::Operation for FindThings {
    type Output = ();
    type Failure = FindThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type FindThingsError = runtime::Undocumented;

pub(super) static PEEK_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "peekThings",
    method: "HEAD",
    path: "/things",
    parameters: &[
        runtime::Parameter::querystring("path")
            .styled(runtime::Style::Content("text/plain"), false),
    ],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::peek_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PeekThings {
    call: runtime::Call,
}

impl PeekThings {
    /// `path`.
    #[inline]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.call.set_text(0, path.into());
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PeekThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PeekThings, PeekThingsError);

impl runtime::Operation for PeekThings {
    type Output = ();
    type Failure = PeekThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PeekThingsError = runtime::Undocumented;
