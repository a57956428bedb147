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

pub(super) static LIST_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "listThings",
    method: "GET",
    path: "/things",
    parameters: &[],
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
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Thing, ListThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListThings, ListThingsError);

impl runtime::Operation for ListThings {
    type Output = models::Thing;
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
