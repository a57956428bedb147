//! things.

use super::{API, Client, models};
use crate::runtime::{self, Value};
use std::collections::BTreeMap;

impl Client {
    /// `askEither`.
    ///
    /// `POST /either`
    ///
    /// # Errors
    /// - `4xx`: [`AskEitherError::Status4xx`]: No.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.ask_either().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn ask_either(&self) -> AskEither {
        AskEither {
            call: self.core.call(&ASK_EITHER),
        }
    }

    /// `getEmbedded`.
    ///
    /// `GET /embedded`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_embedded().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_embedded(&self) -> GetEmbedded {
        GetEmbedded {
            call: self.core.call(&GET_EMBEDDED),
        }
    }

    /// `getKinds`.
    ///
    /// `GET /kinds`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_kinds().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_kinds(&self) -> GetKinds {
        GetKinds {
            call: self.core.call(&GET_KINDS),
        }
    }
}

pub(super) static ASK_EITHER: runtime::Endpoint = runtime::Endpoint {
    id: "askEither",
    method: "POST",
    path: "/either",
    parameters: &[],
    accept: "application/json, text/event-stream, application/problem+json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::ask_either`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AskEither {
    call: runtime::Call,
}

impl AskEither {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<AskEitherResponse, AskEitherError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AskEither, AskEitherError);

runtime::streamed!(AskEither, AskEitherError);

impl runtime::Operation for AskEither {
    type Output = AskEitherResponse;
    type Failure = AskEitherError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => {
                Some(
                    if reply.is("application/json") {
                        reply.json().map(AskEitherResponse::Ok)
                    } else {
                        reply.text().map(AskEitherResponse::OkEventStream)
                    },
                )
            }
            _ => None,
        }
    }
}

runtime::evented!(
    AskEither, models::Row, AskEitherError, Json,
    "text/event-stream, application/problem+json"
);

/// What comes back.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AskEitherResponse {
    /// `200`: At once, or bit by bit.
    ///
    /// As `application/json`.
    Ok(Vec<models::Row>),
    /// `200`: At once, or bit by bit.
    ///
    /// As `text/event-stream`.
    OkEventStream(String),
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AskEitherError {
    /// `4xx`: No.
    Status4xx(BTreeMap<String, Value>),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for AskEitherError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            400..=499 => reply.json().map_or(Self::Undocumented, Self::Status4xx),
            _ => Self::Undocumented,
        }
    }

    #[inline]
    fn is_documented(&self) -> bool {
        !matches!(self, Self::Undocumented)
    }
}

pub(super) static GET_EMBEDDED: runtime::Endpoint = runtime::Endpoint {
    id: "getEmbedded",
    method: "GET",
    path: "/embedded",
    parameters: &[],
    accept: "text/event-stream",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_embedded`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetEmbedded {
    call: runtime::Call,
}

impl GetEmbedded {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetEmbeddedError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetEmbedded, GetEmbeddedError);

runtime::streamed!(GetEmbedded, GetEmbeddedError);

impl runtime::Operation for GetEmbedded {
    type Output = String;
    type Failure = GetEmbeddedError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::evented!(GetEmbedded, models::Row, GetEmbeddedError, Json, "text/event-stream");

/// What an API error says: the document has nothing about it.
pub type GetEmbeddedError = runtime::Undocumented;

pub(super) static GET_KINDS: runtime::Endpoint = runtime::Endpoint {
    id: "getKinds",
    method: "GET",
    path: "/kinds",
    parameters: &[],
    accept: "text/event-stream",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_kinds`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetKinds {
    call: runtime::Call,
}

impl GetKinds {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetKindsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetKinds, GetKindsError);

runtime::streamed!(GetKinds, GetKindsError);

impl runtime::Operation for GetKinds {
    type Output = String;
    type Failure = GetKindsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::evented!(
    GetKinds, models::Change, GetKindsError, Whole("text"), "text/event-stream"
);

/// What an API error says: the document has nothing about it.
pub type GetKindsError = runtime::Undocumented;
