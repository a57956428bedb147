//! owners.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listOwners`.
    ///
    /// `GET /owners`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_owners().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_owners(&self) -> ListOwners {
        ListOwners {
            call: self.core.call(&LIST_OWNERS),
        }
    }
}

pub(super) static LIST_OWNERS: runtime::Endpoint = runtime::Endpoint {
    id: "listOwners",
    method: "GET",
    path: "/owners",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_owners`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListOwners {
    call: runtime::Call,
}

impl ListOwners {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Owner, ListOwnersError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListOwners, ListOwnersError);

impl runtime::Operation for ListOwners {
    type Output = models::Owner;
    type Failure = ListOwnersError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type ListOwnersError = runtime::Undocumented;
