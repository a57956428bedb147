//! things.

use super::{API, Client, models};
use crate::runtime::{self, Value};

impl Client {
    /// `getLines`.
    ///
    /// `GET /lines`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_lines().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_lines(&self) -> GetLines {
        GetLines {
            call: self.core.call(&GET_LINES),
        }
    }

    /// `getText`.
    ///
    /// `GET /text`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_text().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_text(&self) -> GetText {
        GetText {
            call: self.core.call(&GET_TEXT),
        }
    }

    /// `getStates`.
    ///
    /// `GET /states`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_states().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_states(&self) -> GetStates {
        GetStates {
            call: self.core.call(&GET_STATES),
        }
    }

    /// `getEvents`.
    ///
    /// `GET /events`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_events().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_events(&self) -> GetEvents {
        GetEvents {
            call: self.core.call(&GET_EVENTS),
        }
    }

    /// `getAnything`.
    ///
    /// `GET /anything`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_anything().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_anything(&self) -> GetAnything {
        GetAnything {
            call: self.core.call(&GET_ANYTHING),
        }
    }
}

pub(super) static GET_LINES: runtime::Endpoint = runtime::Endpoint {
    id: "getLines",
    method: "GET",
    path: "/lines",
    parameters: &[],
    accept: "application/x-ndjson",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_lines`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetLines {
    call: runtime::Call,
}

impl GetLines {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetLinesError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetLines, GetLinesError);

runtime::streamed!(GetLines, GetLinesError);

impl runtime::Operation for GetLines {
    type Output = String;
    type Failure = GetLinesError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::lined!(GetLines, models::Row, GetLinesError, Lines, "application/x-ndjson");

/// What an API error says: the document has nothing about it.
pub type GetLinesError = runtime::Undocumented;

pub(super) static GET_TEXT: runtime::Endpoint = runtime::Endpoint {
    id: "getText",
    method: "GET",
    path: "/text",
    parameters: &[],
    accept: "application/x-ndjson",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_text`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetText {
    call: runtime::Call,
}

impl GetText {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetTextError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetText, GetTextError);

runtime::streamed!(GetText, GetTextError);

impl runtime::Operation for GetText {
    type Output = String;
    type Failure = GetTextError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::lined!(GetText, Value, GetTextError, Lines, "application/x-ndjson");

/// What an API error says: the document has nothing about it.
pub type GetTextError = runtime::Undocumented;

pub(super) static GET_STATES: runtime::Endpoint = runtime::Endpoint {
    id: "getStates",
    method: "GET",
    path: "/states",
    parameters: &[],
    accept: "text/event-stream",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_states`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetStates {
    call: runtime::Call,
}

impl GetStates {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetStatesError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetStates, GetStatesError);

runtime::streamed!(GetStates, GetStatesError);

impl runtime::Operation for GetStates {
    type Output = String;
    type Failure = GetStatesError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::evented!(
    GetStates, models::GetStatesResponse, GetStatesError, Text, "text/event-stream"
);

/// What an API error says: the document has nothing about it.
pub type GetStatesError = runtime::Undocumented;

pub(super) static GET_EVENTS: runtime::Endpoint = runtime::Endpoint {
    id: "getEvents",
    method: "GET",
    path: "/events",
    parameters: &[],
    accept: "text/event-stream",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_events`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetEvents {
    call: runtime::Call,
}

impl GetEvents {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetEventsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetEvents, GetEventsError);

runtime::streamed!(GetEvents, GetEventsError);

impl runtime::Operation for GetEvents {
    type Output = String;
    type Failure = GetEventsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::evented!(GetEvents, models::Row, GetEventsError, Json, "text/event-stream");

/// What an API error says: the document has nothing about it.
pub type GetEventsError = runtime::Undocumented;

pub(super) static GET_ANYTHING: runtime::Endpoint = runtime::Endpoint {
    id: "getAnything",
    method: "GET",
    path: "/anything",
    parameters: &[],
    accept: "text/event-stream",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_anything`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetAnything {
    call: runtime::Call,
}

impl GetAnything {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetAnythingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetAnything, GetAnythingError);

runtime::streamed!(GetAnything, GetAnythingError);

impl runtime::Operation for GetAnything {
    type Output = String;
    type Failure = GetAnythingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::evented!(GetAnything, String, GetAnythingError, Text, "text/event-stream");

/// What an API error says: the document has nothing about it.
pub type GetAnythingError = runtime::Undocumented;
