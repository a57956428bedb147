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
    pub fn list_owners(&self) -> ListOwners {
        ListOwners {
            call: self.core.call(&LIST_OWNERS),
        }
    }
}

static LIST_OWNERS: runtime::Endpoint = runtime::Endpoint {
    id: "listOwners",
    method: "GET",
    path: &[runtime::Segment::Literal("/owners")],
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
    pub fn send(self) -> runtime::Sending<models::Owner, ListOwnersError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListOwners, ListOwnersError);

impl runtime::Operation for ListOwners {
    type Output = models::Owner;
    type Failure = ListOwnersError;
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
    fn failure(_reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Failure>> {
        None
    }
    fn undocumented() -> Self::Failure {
        ListOwnersError::Undocumented
    }
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListOwnersError {
    /// A status that the document does not name, or another body.
    Undocumented,
}
