//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `getThing`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_thing().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_thing(&self) -> GetThing {
        GetThing {
            call: self.core.call(&GET_THING),
        }
    }
}

pub(super) static GET_THING: runtime::Endpoint = runtime::Endpoint {
    id: "getThing",
    method: "GET",
    path: "/things",
    parameters: &[runtime::Parameter::query("limit")],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetThing {
    call: runtime::Call,
}

impl GetThing {
    /// `limit`.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set(0, &limit);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Thing, GetThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetThing, GetThingError);

impl runtime::Operation for GetThing {
    type Output = models::Thing;
    type Failure = GetThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetThingError = runtime::Undocumented;
