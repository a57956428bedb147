//! things.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `ghostly`.
    ///
    /// `GET /a`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.ghostly().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn ghostly(&self) -> Ghostly {
        Ghostly {
            call: self.core.call(&GHOSTLY),
        }
    }

    /// `listed`.
    ///
    /// `GET /b`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.listed().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn listed(&self) -> Listed {
        Listed {
            call: self.core.call(&LISTED),
        }
    }
}

pub(super) static GHOSTLY: runtime::Endpoint = runtime::Endpoint {
    id: "ghostly",
    method: "GET",
    path: "/a",
    parameters: &[],
    accept: "*/*",
    security: &[&[0]],
    api: &API,
    servers: None,
};

/// A request of [`Client::ghostly`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Ghostly {
    call: runtime::Call,
}

impl Ghostly {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GhostlyError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Ghostly, GhostlyError);

impl runtime::Operation for Ghostly {
    type Output = ();
    type Failure = GhostlyError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GhostlyError = runtime::Undocumented;

pub(super) static LISTED: runtime::Endpoint = runtime::Endpoint {
    id: "listed",
    method: "GET",
    path: "/b",
    parameters: &[],
    accept: "*/*",
    security: &[&[1]],
    api: &API,
    servers: None,
};

/// A request of [`Client::listed`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Listed {
    call: runtime::Call,
}

impl Listed {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), ListedError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Listed, ListedError);

impl runtime::Operation for Listed {
    type Output = ();
    type Failure = ListedError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type ListedError = runtime::Undocumented;
