//! things.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `getThing`.
    ///
    /// `GET /things/{id}/{gone}`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_thing(1, "text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_thing(&self, id: i64, gone: impl Into<String>) -> GetThing {
        GetThing {
            call: self.core.call(&GET_THING).with(0, &id).with_text(1, gone.into()),
        }
    }
}

pub(super) static GET_THING: runtime::Endpoint = runtime::Endpoint {
    id: "getThing",
    method: "GET",
    path: "/things/{id}/{gone}",
    parameters: &[
        runtime::Parameter::path("id"),
        runtime::Parameter::path("gone"),
        runtime::Parameter::query("bare"),
        runtime::Parameter::query("old"),
        runtime::Parameter::query("odd"),
        runtime::Parameter::query("twice"),
    ],
    accept: "*/*",
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
    /// `bare`.
    #[inline]
    pub fn bare(mut self, bare: impl Into<String>) -> Self {
        self.call.set_text(2, bare.into());
        self
    }

    /// `old`.
    #[inline]
    pub fn old(mut self, old: i64) -> Self {
        self.call.set(3, &old);
        self
    }

    /// `odd`.
    #[inline]
    pub fn odd(mut self, odd: impl Into<String>) -> Self {
        self.call.set_text(4, odd.into());
        self
    }

    /// `twice`.
    #[inline]
    pub fn twice(mut self, twice: i64) -> Self {
        self.call.set(5, &twice);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetThing, GetThingError);

impl runtime::Operation for GetThing {
    type Output = ();
    type Failure = GetThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetThingError = runtime::Undocumented;
