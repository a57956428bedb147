//! dogs.
//!
//! Behind the feature `spec-dogs`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listDogs`.
    ///
    /// `GET /dogs`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_dogs().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_dogs(&self) -> ListDogs {
        ListDogs {
            call: self.core.call(&LIST_DOGS),
        }
    }
}

static LIST_DOGS: runtime::Endpoint = runtime::Endpoint {
    id: "listDogs",
    method: "GET",
    path: &[runtime::Segment::Literal("/dogs")],
    parameters: &[runtime::Parameter::query("order")],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_dogs`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListDogs {
    call: runtime::Call,
}

impl ListDogs {
    /// What the list begins with.
    #[inline]
    pub fn order(mut self, order: impl Into<models::ListDogsOrder>) -> Self {
        let order: models::ListDogsOrder = order.into();
        self.call.set(0, &order);
        self
    }
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Vec<models::Dog>, ListDogsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListDogs, ListDogsError);

impl runtime::Operation for ListDogs {
    type Output = Vec<models::Dog>;
    type Failure = ListDogsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
    #[inline]
    fn failure(_reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Failure>> {
        None
    }
    #[inline]
    fn undocumented() -> Self::Failure {
        ListDogsError::Undocumented
    }
}

runtime::listed!(ListDogs, models::Dog, ListDogsError, []);

/// What an API error says: the document has nothing about it.
pub type ListDogsError = runtime::Undocumented;
