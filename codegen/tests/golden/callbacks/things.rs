//! things.
//!
//! Behind the feature `spec-things`.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `watchThings`.
    ///
    /// `POST /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.watch_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn watch_things(&self) -> WatchThings {
        WatchThings {
            call: self.core.call(&WATCH_THINGS),
        }
    }
}

pub(super) static WATCH_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "watchThings",
    method: "POST",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::watch_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WatchThings {
    call: runtime::Call,
}

impl WatchThings {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), WatchThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(WatchThings, WatchThingsError);

impl runtime::Operation for WatchThings {
    type Output = ();
    type Failure = WatchThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type WatchThingsError = runtime::Undocumented;
