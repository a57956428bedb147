//! values.
//!
//! Behind the feature `spec-values`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listValues`.
    ///
    /// `GET /values`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.values().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated]
    #[inline]
    pub fn values(&self) -> ListValues {
        ListValues {
            call: self.core.call(&VALUES),
        }
    }

    /// The former name of [`Client::values`].
    #[deprecated(note = "renamed to `values`")]
    #[inline]
    pub fn list_values(&self) -> ListValues {
        self.values()
    }
}

pub(super) static VALUES: runtime::Endpoint = runtime::Endpoint {
    id: "listValues",
    method: "GET",
    path: "/values",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::values`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListValues {
    call: runtime::Call,
}

impl ListValues {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Tree, ListValuesError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListValues, ListValuesError);

impl runtime::Operation for ListValues {
    type Output = models::Tree;
    type Failure = ListValuesError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type ListValuesError = runtime::Undocumented;
