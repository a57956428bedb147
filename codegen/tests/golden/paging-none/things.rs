//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listThings`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_things(&self) -> ListThings {
        ListThings {
            call: self.core.call(&LIST_THINGS),
        }
    }
}

pub(super) static LIST_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "listThings",
    method: "GET",
    path: "/things",
    parameters: &[
        runtime::Parameter::query("offset"),
        runtime::Parameter::query("limit"),
    ],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListThings {
    call: runtime::Call,
}

impl ListThings {
    /// `offset`.
    #[inline]
    pub fn offset(mut self, offset: i64) -> Self {
        self.call.set(0, &offset);
        self
    }

    /// `limit`.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set(1, &limit);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Page, ListThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListThings, ListThingsError);

impl runtime::Operation for ListThings {
    type Output = models::Page;
    type Failure = ListThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type ListThingsError = runtime::Undocumented;
