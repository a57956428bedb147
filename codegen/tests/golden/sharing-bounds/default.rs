//! default.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `addCat`.
    ///
    /// `POST /cats`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_cat().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_cat(&self) -> AddCat {
        AddCat {
            call: self.core.call(&ADD_CAT),
        }
    }

    /// `addDog`.
    ///
    /// `POST /dogs`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_dog().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_dog(&self) -> AddDog {
        AddDog {
            call: self.core.call(&ADD_DOG),
        }
    }
}

pub(super) static ADD_CAT: runtime::Endpoint = runtime::Endpoint {
    id: "addCat",
    method: "POST",
    path: "/cats",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_cat`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddCat {
    call: runtime::Call,
}

impl AddCat {
    /// The body, as `application/json`.
    #[inline]
    pub fn body(mut self, body: models::AddCatBody) -> Self {
        self.call.json(&body, "application/json");
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddCatError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddCat, AddCatError);

impl runtime::Operation for AddCat {
    type Output = ();
    type Failure = AddCatError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddCatError = runtime::Undocumented;

pub(super) static ADD_DOG: runtime::Endpoint = runtime::Endpoint {
    id: "addDog",
    method: "POST",
    path: "/dogs",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_dog`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddDog {
    call: runtime::Call,
}

impl AddDog {
    /// The body, as `application/json`.
    #[inline]
    pub fn body(mut self, body: models::AddDogBody) -> Self {
        self.call.json(&body, "application/json");
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddDogError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddDog, AddDogError);

impl runtime::Operation for AddDog {
    type Output = ();
    type Failure = AddDogError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddDogError = runtime::Undocumented;
