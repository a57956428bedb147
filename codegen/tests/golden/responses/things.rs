//! things.

use super::{API, Client, models};
use crate::runtime;
use bytes::Bytes;

impl Client {
    /// `getThing`.
    ///
    /// `GET /things`
    ///
    /// # Errors
    /// - `404`: [`GetThingError::NotFound`]: It is not there.
    /// - `5xx`: [`GetThingError::Status5xx`]: Our fault.
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

    /// `peek`.
    ///
    /// `HEAD /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.peek().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn peek(&self) -> Peek {
        Peek {
            call: self.core.call(&PEEK),
        }
    }

    /// `both`.
    ///
    /// `PUT /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.both().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn both(&self) -> Both {
        Both {
            call: self.core.call(&BOTH),
        }
    }
}

pub(super) static GET_THING: runtime::Endpoint = runtime::Endpoint {
    id: "getThing",
    method: "GET",
    path: "/things",
    parameters: &[],
    accept: "application/hal+json, text/plain, application/pdf, application/problem+json",
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
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<GetThingResponse, GetThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetThing, GetThingError);

runtime::streamed!(GetThing, GetThingError);

impl runtime::Operation for GetThing {
    type Output = GetThingResponse;
    type Failure = GetThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            304 => Some(Ok(GetThingResponse::NotModified)),
            200..=299 => {
                Some(
                    if reply.is("application/hal+json") {
                        reply.json().map(GetThingResponse::Status2xx)
                    } else if reply.is("text/plain") {
                        reply.text().map(GetThingResponse::Status2xxText)
                    } else {
                        reply.bytes().map(GetThingResponse::Status2xxPdf)
                    },
                )
            }
            _ => None,
        }
    }
}

/// What comes back.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetThingResponse {
    /// `304`: Nothing new.
    NotModified,
    /// `2xx`: Whatever fits.
    ///
    /// As `application/hal+json`.
    Status2xx(models::Thing),
    /// `2xx`: Whatever fits.
    ///
    /// As `text/plain`.
    Status2xxText(String),
    /// `2xx`: Whatever fits.
    ///
    /// As `application/pdf`.
    Status2xxPdf(Bytes),
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetThingError {
    /// `404`: It is not there.
    NotFound(models::GetThingNotFound),
    /// `5xx`: Our fault.
    Status5xx,
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetThingError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            404 => reply.json().map_or(Self::Undocumented, Self::NotFound),
            500..=599 => Self::Status5xx,
            _ => Self::Undocumented,
        }
    }

    #[inline]
    fn is_documented(&self) -> bool {
        !matches!(self, Self::Undocumented)
    }
}

pub(super) static PEEK: runtime::Endpoint = runtime::Endpoint {
    id: "peek",
    method: "HEAD",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::peek`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Peek {
    call: runtime::Call,
}

impl Peek {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PeekError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Peek, PeekError);

impl runtime::Operation for Peek {
    type Output = ();
    type Failure = PeekError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            ..=399 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PeekError = runtime::Undocumented;

pub(super) static BOTH: runtime::Endpoint = runtime::Endpoint {
    id: "both",
    method: "PUT",
    path: "/things",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::both`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Both {
    call: runtime::Call,
}

impl Both {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Thing, BothError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Both, BothError);

impl runtime::Operation for Both {
    type Output = models::Thing;
    type Failure = BothError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            201 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type BothError = runtime::Undocumented;
