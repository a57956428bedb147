//! things.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `dropThing`.
    ///
    /// `DELETE /things/{id}`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.drop_thing("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn drop_thing(&self, id: impl Into<String>) -> DropThing {
        DropThing {
            call: self.core.call(&DROP_THING).with_text(0, id.into()),
        }
    }
}

pub(super) static DROP_THING: runtime::Endpoint = runtime::Endpoint {
    id: "dropThing",
    method: "DELETE",
    path: "/things/{id}",
    parameters: &[runtime::Parameter::path("id")],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::drop_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DropThing {
    call: runtime::Call,
}

impl DropThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), DropThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(DropThing, DropThingError);

impl runtime::Operation for DropThing {
    type Output = ();
    type Failure = DropThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type DropThingError = runtime::Undocumented;
