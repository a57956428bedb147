//! things.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `getThings`.
    ///
    /// `GET /things`
    ///
    /// # Errors
    /// - Any other status: [`GetThingsError::Default`]: Not fine, without a word.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_things(&self) -> GetThings {
        GetThings {
            call: self.core.call(&GET_THINGS),
        }
    }
}

pub(super) static GET_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "getThings",
    method: "GET",
    path: "/things",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetThings {
    call: runtime::Call,
}

impl GetThings {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetThings, GetThingsError);

impl runtime::Operation for GetThings {
    type Output = String;
    type Failure = GetThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetThingsError {
    /// Any other status: Not fine, without a word.
    Default,
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetThingsError {
    #[inline]
    fn read(_reply: &runtime::Reply) -> Self {
        Self::Default
    }
}
