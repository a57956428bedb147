//! owners.
//!
//! Behind the feature `spec-owners`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `getOwner`.
    ///
    /// `GET /owners`
    ///
    /// # Errors
    /// - Any other status: [`GetOwnerError::Default`]: Of all groups.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_owner().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_owner(&self) -> GetOwner {
        GetOwner {
            call: self.core.call(&GET_OWNER),
        }
    }
}

pub(super) static GET_OWNER: runtime::Endpoint = runtime::Endpoint {
    id: "getOwner",
    method: "GET",
    path: "/owners",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_owner`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetOwner {
    call: runtime::Call,
}

impl GetOwner {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Owner, GetOwnerError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetOwner, GetOwnerError);

impl runtime::Operation for GetOwner {
    type Output = models::Owner;
    type Failure = GetOwnerError;
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
pub enum GetOwnerError {
    /// Any other status: Of all groups.
    Default(models::Problem),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetOwnerError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        reply.json().map_or(Self::Undocumented, Self::Default)
    }
}
