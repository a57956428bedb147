//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `putThing`.
    ///
    /// `POST /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.put_thing().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated]
    #[inline]
    pub fn put_thing(&self) -> PutThing {
        PutThing {
            call: self.core.call(&PUT_THING),
        }
    }
}

pub(super) static PUT_THING: runtime::Endpoint = runtime::Endpoint {
    id: "putThing",
    method: "POST",
    path: "/things",
    parameters: &[runtime::Parameter::query("old")],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::put_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PutThing {
    call: runtime::Call,
}

impl PutThing {
    /// `old`.
    #[deprecated]
    #[inline]
    pub fn old(mut self, old: impl Into<String>) -> Self {
        self.call.set_text(0, old.into());
        self
    }

    /// The body, as `application/json`.
    #[inline]
    pub fn body(mut self, body: models::Thing) -> Self {
        self.call.json(&body, "application/json");
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PutThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PutThing, PutThingError);

impl runtime::Operation for PutThing {
    type Output = ();
    type Failure = PutThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PutThingError = runtime::Undocumented;
