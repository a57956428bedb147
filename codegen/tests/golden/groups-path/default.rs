//! default.
//!
//! Behind the feature `spec-default`.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `ping`.
    ///
    /// `GET /api/v1`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.ping().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn ping(&self) -> Ping {
        Ping {
            call: self.core.call(&PING),
        }
    }
}

pub(super) static PING: runtime::Endpoint = runtime::Endpoint {
    id: "ping",
    method: "GET",
    path: "/api/v1",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::ping`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Ping {
    call: runtime::Call,
}

impl Ping {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Ping, PingError);

impl runtime::Operation for Ping {
    type Output = ();
    type Failure = PingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PingError = runtime::Undocumented;
