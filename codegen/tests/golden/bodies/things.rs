//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `createThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.create_thing(models::Thing::new("text")).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_thing(&self, body: models::Thing) -> CreateThing {
        let mut call = self.core.call(&CREATE_THING);
        call.json(&body, "application/json");
        CreateThing { call }
    }

    /// `createThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/x-www-form-urlencoded`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.create_thing_form(models::Thing::new("text")).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_thing_form(&self, body: models::Thing) -> CreateThing {
        let mut call = self.core.call(&CREATE_THING);
        static ENCODINGS: &[runtime::Encoding] = &[];
        call.form(&body, ENCODINGS);
        CreateThing { call }
    }

    /// `createThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `text/plain`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.create_thing_text("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_thing_text(&self, body: impl Into<String>) -> CreateThing {
        let mut call = self.core.call(&CREATE_THING);
        call.text(body, "text/plain");
        CreateThing { call }
    }

    /// `createThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/octet-stream`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.create_thing_bytes("contents".as_bytes()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_thing_bytes(&self, body: impl Into<runtime::Body>) -> CreateThing {
        let mut call = self.core.call(&CREATE_THING);
        call.bytes(body, "application/octet-stream");
        CreateThing { call }
    }

    /// `replaceThing`.
    ///
    /// `PUT /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.replace_thing().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn replace_thing(&self) -> ReplaceThing {
        ReplaceThing {
            call: self.core.call(&REPLACE_THING),
        }
    }
}

pub(super) static CREATE_THING: runtime::Endpoint = runtime::Endpoint {
    id: "createThing",
    method: "POST",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::create_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThing {
    call: runtime::Call,
}

impl CreateThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), CreateThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(CreateThing, CreateThingError);

impl runtime::Operation for CreateThing {
    type Output = ();
    type Failure = CreateThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type CreateThingError = runtime::Undocumented;

pub(super) static REPLACE_THING: runtime::Endpoint = runtime::Endpoint {
    id: "replaceThing",
    method: "PUT",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::replace_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ReplaceThing {
    call: runtime::Call,
}

impl ReplaceThing {
    /// The body, as `application/json`.
    #[inline]
    pub fn body(mut self, body: models::Thing) -> Self {
        self.call.json(&body, "application/json");
        self
    }

    /// The body, as `text/plain`.
    #[inline]
    pub fn body_text(mut self, body: impl Into<String>) -> Self {
        self.call.text(body, "text/plain");
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), ReplaceThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ReplaceThing, ReplaceThingError);

impl runtime::Operation for ReplaceThing {
    type Output = ();
    type Failure = ReplaceThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type ReplaceThingError = runtime::Undocumented;
