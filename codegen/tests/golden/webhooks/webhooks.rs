//! webhooks.
//!
//! Behind the feature `spec-webhooks`.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `subscribe`.
    ///
    /// `POST /subscriptions`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.subscribe().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn subscribe(&self) -> Subscribe {
        Subscribe {
            call: self.core.call(&SUBSCRIBE),
        }
    }
}

pub(super) static SUBSCRIBE: runtime::Endpoint = runtime::Endpoint {
    id: "subscribe",
    method: "POST",
    path: "/subscriptions",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::subscribe`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Subscribe {
    call: runtime::Call,
}

impl Subscribe {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), SubscribeError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Subscribe, SubscribeError);

impl runtime::Operation for Subscribe {
    type Output = ();
    type Failure = SubscribeError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            201 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type SubscribeError = runtime::Undocumented;
