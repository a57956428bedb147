//! things.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `one`.
    ///
    /// `GET /a`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.one().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn one(&self) -> One {
        One { call: self.core.call(&ONE) }
    }
}

pub(super) static ONE: runtime::Endpoint = runtime::Endpoint {
    id: "one",
    method: "GET",
    path: "/a",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::one`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct One {
    call: runtime::Call,
}

impl One {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), OneError> {
        self.call.send::<Self>()
    }
}

runtime::request!(One, OneError);

impl runtime::Operation for One {
    type Output = ();
    type Failure = OneError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type OneError = runtime::Undocumented;
