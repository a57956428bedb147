//! things.

use super::{API, Client, models};
use crate::runtime;

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

    /// `getSequence`.
    ///
    /// `GET /sequence`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_sequence().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_sequence(&self) -> GetSequence {
        GetSequence {
            call: self.core.call(&GET_SEQUENCE),
        }
    }

    /// `putLines`.
    ///
    /// `POST /sequence`
    ///
    /// # Arguments
    /// - `body`: as `application/x-ndjson`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.put_lines("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn put_lines(&self, body: impl Into<String>) -> PutLines {
        let mut call = self.core.call(&PUT_LINES);
        call.text(body, "application/x-ndjson");
        PutLines { call }
    }
}

pub(super) static GET_LINES: runtime::Endpoint = runtime::Endpoint {
    id: "getLines",
    method: "GET",
    path: "/lines",
    parameters: &[],
    accept: "application/jsonl",
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

runtime::lined!(GetLines, models::Row, GetLinesError, Lines, "application/jsonl");

/// What an API error says: the document has nothing about it.
pub type GetLinesError = runtime::Undocumented;

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

runtime::evented!(GetEvents, String, GetEventsError, Text, "text/event-stream");

/// What an API error says: the document has nothing about it.
pub type GetEventsError = runtime::Undocumented;

pub(super) static GET_SEQUENCE: runtime::Endpoint = runtime::Endpoint {
    id: "getSequence",
    method: "GET",
    path: "/sequence",
    parameters: &[],
    accept: "application/json-seq",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_sequence`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetSequence {
    call: runtime::Call,
}

impl GetSequence {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<String, GetSequenceError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetSequence, GetSequenceError);

runtime::streamed!(GetSequence, GetSequenceError);

impl runtime::Operation for GetSequence {
    type Output = String;
    type Failure = GetSequenceError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.text()),
            _ => None,
        }
    }
}

runtime::lined!(
    GetSequence, models::Row, GetSequenceError, Records, "application/json-seq"
);

/// What an API error says: the document has nothing about it.
pub type GetSequenceError = runtime::Undocumented;

pub(super) static PUT_LINES: runtime::Endpoint = runtime::Endpoint {
    id: "putLines",
    method: "POST",
    path: "/sequence",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::put_lines`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PutLines {
    call: runtime::Call,
}

impl PutLines {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PutLinesError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PutLines, PutLinesError);

impl runtime::Operation for PutLines {
    type Output = ();
    type Failure = PutLinesError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PutLinesError = runtime::Undocumented;
