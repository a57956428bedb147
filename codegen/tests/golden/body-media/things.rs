//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `addThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/json; charset=utf-8`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_thing(models::Thing::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_thing(&self, body: models::Thing) -> AddThing {
        let mut call = self.core.call(&ADD_THING);
        call.json(&body, "application/json; charset=utf-8");
        AddThing { call }
    }

    /// `addThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/merge-patch+json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_thing_merge_patch_json(models::Thing::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_thing_merge_patch_json(&self, body: models::Thing) -> AddThing {
        let mut call = self.core.call(&ADD_THING);
        call.json(&body, "application/merge-patch+json");
        AddThing { call }
    }

    /// `addThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/xml`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_thing_xml("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_thing_xml(&self, body: impl Into<String>) -> AddThing {
        let mut call = self.core.call(&ADD_THING);
        call.text(body, "application/xml");
        AddThing { call }
    }

    /// `addThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `text/csv`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_thing_csv("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_thing_csv(&self, body: impl Into<String>) -> AddThing {
        let mut call = self.core.call(&ADD_THING);
        call.text(body, "text/csv");
        AddThing { call }
    }

    /// `addThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `image/*`, sent as `application/octet-stream` unless a
    ///   `content-type` header is added
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_thing_image("contents".as_bytes()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_thing_image(&self, body: impl Into<runtime::Body>) -> AddThing {
        let mut call = self.core.call(&ADD_THING);
        call.bytes(body, "application/octet-stream");
        AddThing { call }
    }
}

pub(super) static ADD_THING: runtime::Endpoint = runtime::Endpoint {
    id: "addThing",
    method: "POST",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddThing {
    call: runtime::Call,
}

impl AddThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddThing, AddThingError);

impl runtime::Operation for AddThing {
    type Output = ();
    type Failure = AddThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddThingError = runtime::Undocumented;
