//! things.

use super::{API, Client, models};
use crate::runtime;
use bytes::Bytes;

impl Client {
    /// `makeThing`.
    ///
    /// `POST /things`
    ///
    /// # Errors
    /// - `404`: [`MakeThingError::NotFound`]: No place for it.
    /// - `409`: [`MakeThingError::Conflict`]: Two ways to say no.
    /// - `4xx`: [`MakeThingError::Status4xx`]: Your fault.
    /// - Any other status: [`MakeThingError::Default`]: Our fault.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.make_thing().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn make_thing(&self) -> MakeThing {
        MakeThing {
            call: self.core.call(&MAKE_THING),
        }
    }

    /// `getFile`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_file().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_file(&self) -> GetFile {
        GetFile {
            call: self.core.call(&GET_FILE),
        }
    }

    /// `deleteThing`.
    ///
    /// `DELETE /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.delete_thing().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_thing(&self) -> DeleteThing {
        DeleteThing {
            call: self.core.call(&DELETE_THING),
        }
    }
}

pub(super) static MAKE_THING: runtime::Endpoint = runtime::Endpoint {
    id: "makeThing",
    method: "POST",
    path: "/things",
    parameters: &[],
    accept: "application/json, application/problem+json, text/plain",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::make_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct MakeThing {
    call: runtime::Call,
}

impl MakeThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<MakeThingResponse, MakeThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(MakeThing, MakeThingError);

impl runtime::Operation for MakeThing {
    type Output = MakeThingResponse;
    type Failure = MakeThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json().map(MakeThingResponse::Ok)),
            202 => Some(Ok(MakeThingResponse::Accepted)),
            _ => None,
        }
    }
}

/// What comes back.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MakeThingResponse {
    /// `200`: It was there.
    Ok(models::Thing),
    /// `202`: It will be there.
    Accepted,
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MakeThingError {
    /// `404`: No place for it.
    NotFound,
    /// `409`: Two ways to say no.
    ///
    /// As `application/problem+json`.
    Conflict(models::Problem),
    /// `409`: Two ways to say no.
    ///
    /// As `text/plain`.
    ConflictText(String),
    /// `4xx`: Your fault.
    Status4xx(models::Problem),
    /// Any other status: Our fault.
    Default(models::Problem),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for MakeThingError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            404 => Self::NotFound,
            409 => {
                if reply.is("application/problem+json") {
                    reply.json().map_or(Self::Undocumented, Self::Conflict)
                } else {
                    reply.text().map_or(Self::Undocumented, Self::ConflictText)
                }
            }
            400..=499 => reply.json().map_or(Self::Undocumented, Self::Status4xx),
            _ => reply.json().map_or(Self::Undocumented, Self::Default),
        }
    }
}

pub(super) static GET_FILE: runtime::Endpoint = runtime::Endpoint {
    id: "getFile",
    method: "GET",
    path: "/things",
    parameters: &[],
    accept: "image/png",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetFile {
    call: runtime::Call,
}

impl GetFile {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Bytes, GetFileError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetFile, GetFileError);

runtime::streamed!(GetFile, GetFileError);

impl runtime::Operation for GetFile {
    type Output = Bytes;
    type Failure = GetFileError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.bytes()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetFileError = runtime::Undocumented;

pub(super) static DELETE_THING: runtime::Endpoint = runtime::Endpoint {
    id: "deleteThing",
    method: "DELETE",
    path: "/things",
    parameters: &[],
    accept: "text/plain",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::delete_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteThing {
    call: runtime::Call,
}

impl DeleteThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, DeleteThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(DeleteThing, DeleteThingError);

runtime::streamed!(DeleteThing, DeleteThingError);

impl runtime::Operation for DeleteThing {
    type Output = String;
    type Failure = DeleteThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            ..=399 => Some(reply.text()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type DeleteThingError = runtime::Undocumented;
