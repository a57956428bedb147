//! things.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `get_things_id`.
    ///
    /// `GET /things/{id}`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_things_id("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_things_id(&self, id: impl Into<String>) -> GetThingsId {
        GetThingsId {
            call: self.core.call(&GET_THINGS_ID).with_text(0, id.into()),
        }
    }

    /// `same`.
    ///
    /// `GET /a`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.same().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn same(&self) -> Same {
        Same {
            call: self.core.call(&SAME),
        }
    }

    /// `get_b`.
    ///
    /// `GET /b`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_b().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_b(&self) -> GetB {
        GetB {
            call: self.core.call(&GET_B),
        }
    }

    /// `Same`.
    ///
    /// `GET /c`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.same_operation().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn same_operation(&self) -> SameOperation {
        SameOperation {
            call: self.core.call(&SAME_OPERATION),
        }
    }
}

pub(super) static GET_THINGS_ID: runtime::Endpoint = runtime::Endpoint {
    id: "get_things_id",
    method: "GET",
    path: "/things/{id}",
    parameters: &[runtime::Parameter::path("id")],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_things_id`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetThingsId {
    call: runtime::Call,
}

impl GetThingsId {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetThingsIdError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetThingsId, GetThingsIdError);

impl runtime::Operation for GetThingsId {
    type Output = ();
    type Failure = GetThingsIdError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetThingsIdError = runtime::Undocumented;

pub(super) static SAME: runtime::Endpoint = runtime::Endpoint {
    id: "same",
    method: "GET",
    path: "/a",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::same`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Same {
    call: runtime::Call,
}

impl Same {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), SameError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Same, SameError);

impl runtime::Operation for Same {
    type Output = ();
    type Failure = SameError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type SameError = runtime::Undocumented;

pub(super) static GET_B: runtime::Endpoint = runtime::Endpoint {
    id: "get_b",
    method: "GET",
    path: "/b",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_b`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetB {
    call: runtime::Call,
}

impl GetB {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetBError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetB, GetBError);

impl runtime::Operation for GetB {
    type Output = ();
    type Failure = GetBError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetBError = runtime::Undocumented;

pub(super) static SAME_OPERATION: runtime::Endpoint = runtime::Endpoint {
    id: "Same",
    method: "GET",
    path: "/c",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::same_operation`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct SameOperation {
    call: runtime::Call,
}

impl SameOperation {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), SameOperationError> {
        self.call.send::<Self>()
    }
}

runtime::request!(SameOperation, SameOperationError);

impl runtime::Operation for SameOperation {
    type Output = ();
    type Failure = SameOperationError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type SameOperationError = runtime::Undocumented;
