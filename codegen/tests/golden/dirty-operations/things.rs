//! things.

use super::{API, Client};
use crate::runtime::{self, Value};

impl Client {
    /// `noResponses`.
    ///
    /// `PUT /bad`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.no_responses().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn no_responses(&self) -> NoResponses {
        NoResponses {
            call: self.core.call(&NO_RESPONSES),
        }
    }

    /// `noBody`.
    ///
    /// `POST /bad`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.no_body().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn no_body(&self) -> NoBody {
        NoBody {
            call: self.core.call(&NO_BODY),
        }
    }

    /// `noSchema`.
    ///
    /// `PATCH /bad`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.no_schema().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn no_schema(&self) -> NoSchema {
        NoSchema {
            call: self.core.call(&NO_SCHEMA),
        }
    }

    /// `oddStatus`.
    ///
    /// `DELETE /bad`
    ///
    /// # Errors
    /// - `4xx`: [`OddStatusError::Status4xx`]: One.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.odd_status().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn odd_status(&self) -> OddStatus {
        OddStatus {
            call: self.core.call(&ODD_STATUS),
        }
    }

    /// `good`.
    ///
    /// `GET /good`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.good().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn good(&self) -> Good {
        Good {
            call: self.core.call(&GOOD),
        }
    }

    /// `noSlash`.
    ///
    /// `GET /worse`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.no_slash().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn no_slash(&self) -> NoSlash {
        NoSlash {
            call: self.core.call(&NO_SLASH),
        }
    }
}

pub(super) static NO_RESPONSES: runtime::Endpoint = runtime::Endpoint {
    id: "noResponses",
    method: "PUT",
    path: "/bad",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::no_responses`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct NoResponses {
    call: runtime::Call,
}

impl NoResponses {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), NoResponsesError> {
        self.call.send::<Self>()
    }
}

runtime::request!(NoResponses, NoResponsesError);

impl runtime::Operation for NoResponses {
    type Output = ();
    type Failure = NoResponsesError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200..=299 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type NoResponsesError = runtime::Undocumented;

pub(super) static NO_BODY: runtime::Endpoint = runtime::Endpoint {
    id: "noBody",
    method: "POST",
    path: "/bad",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::no_body`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct NoBody {
    call: runtime::Call,
}

impl NoBody {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), NoBodyError> {
        self.call.send::<Self>()
    }
}

runtime::request!(NoBody, NoBodyError);

impl runtime::Operation for NoBody {
    type Output = ();
    type Failure = NoBodyError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type NoBodyError = runtime::Undocumented;

pub(super) static NO_SCHEMA: runtime::Endpoint = runtime::Endpoint {
    id: "noSchema",
    method: "PATCH",
    path: "/bad",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::no_schema`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct NoSchema {
    call: runtime::Call,
}

impl NoSchema {
    /// The body, as `application/json`.
    #[inline]
    pub fn body(mut self, body: impl Into<Value>) -> Self {
        let body: Value = body.into();
        self.call.json(&body, "application/json");
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Value, NoSchemaError> {
        self.call.send::<Self>()
    }
}

runtime::request!(NoSchema, NoSchemaError);

impl runtime::Operation for NoSchema {
    type Output = Value;
    type Failure = NoSchemaError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type NoSchemaError = runtime::Undocumented;

pub(super) static ODD_STATUS: runtime::Endpoint = runtime::Endpoint {
    id: "oddStatus",
    method: "DELETE",
    path: "/bad",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::odd_status`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct OddStatus {
    call: runtime::Call,
}

impl OddStatus {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), OddStatusError> {
        self.call.send::<Self>()
    }
}

runtime::request!(OddStatus, OddStatusError);

impl runtime::Operation for OddStatus {
    type Output = ();
    type Failure = OddStatusError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OddStatusError {
    /// `4xx`: One.
    Status4xx,
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for OddStatusError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            400..=499 => Self::Status4xx,
            _ => Self::Undocumented,
        }
    }

    #[inline]
    fn is_documented(&self) -> bool {
        !matches!(self, Self::Undocumented)
    }
}

pub(super) static GOOD: runtime::Endpoint = runtime::Endpoint {
    id: "good",
    method: "GET",
    path: "/good",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::good`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Good {
    call: runtime::Call,
}

impl Good {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GoodError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Good, GoodError);

impl runtime::Operation for Good {
    type Output = ();
    type Failure = GoodError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GoodError = runtime::Undocumented;

pub(super) static NO_SLASH: runtime::Endpoint = runtime::Endpoint {
    id: "noSlash",
    method: "GET",
    path: "/worse",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::no_slash`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct NoSlash {
    call: runtime::Call,
}

impl NoSlash {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), NoSlashError> {
        self.call.send::<Self>()
    }
}

runtime::request!(NoSlash, NoSlashError);

impl runtime::Operation for NoSlash {
    type Output = ();
    type Failure = NoSlashError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type NoSlashError = runtime::Undocumented;
