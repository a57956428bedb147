//! things.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// Told by the overlay.
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

    /// Told by the overlay.
    ///
    /// `GET /copies`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_copy().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_copy(&self) -> GetCopy {
        GetCopy {
            call: self.core.call(&GET_COPY),
        }
    }
}

pub(super) static GET_THING: runtime::Endpoint = runtime::Endpoint {
    id: "getThing",
    method: "GET",
    path: "/things",
    parameters: &[runtime::Parameter::query("limit")],
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
    /// `limit`.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set(0, &limit);
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

pub(super) static GET_COPY: runtime::Endpoint = runtime::Endpoint {
    id: "getCopy",
    method: "GET",
    path: "/copies",
    parameters: &[runtime::Parameter::query("limit")],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_copy`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetCopy {
    call: runtime::Call,
}

impl GetCopy {
    /// `limit`.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set(0, &limit);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetCopyError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetCopy, GetCopyError);

impl runtime::Operation for GetCopy {
    type Output = ();
    type Failure = GetCopyError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetCopyError = runtime::Undocumented;
