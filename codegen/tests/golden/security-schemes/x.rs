//! x.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `withAny`.
    ///
    /// `GET /a`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.with_any().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn with_any(&self) -> WithAny {
        WithAny {
            call: self.core.call(&WITH_ANY),
        }
    }

    /// `withHttp`.
    ///
    /// `GET /b`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.with_http().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn with_http(&self) -> WithHttp {
        WithHttp {
            call: self.core.call(&WITH_HTTP),
        }
    }

    /// `withToken`.
    ///
    /// `GET /c`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.with_token().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn with_token(&self) -> WithToken {
        WithToken {
            call: self.core.call(&WITH_TOKEN),
        }
    }

    /// `withBoth`.
    ///
    /// `GET /d`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.with_both().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn with_both(&self) -> WithBoth {
        WithBoth {
            call: self.core.call(&WITH_BOTH),
        }
    }
}

pub(super) static WITH_ANY: runtime::Endpoint = runtime::Endpoint {
    id: "withAny",
    method: "GET",
    path: "/a",
    parameters: &[],
    accept: "*/*",
    security: &[&[0], &[1], &[2]],
    api: &API,
    servers: None,
};

/// A request of [`Client::with_any`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WithAny {
    call: runtime::Call,
}

impl WithAny {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), WithAnyError> {
        self.call.send::<Self>()
    }
}

runtime::request!(WithAny, WithAnyError);

impl runtime::Operation for WithAny {
    type Output = ();
    type Failure = WithAnyError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type WithAnyError = runtime::Undocumented;

pub(super) static WITH_HTTP: runtime::Endpoint = runtime::Endpoint {
    id: "withHttp",
    method: "GET",
    path: "/b",
    parameters: &[],
    accept: "*/*",
    security: &[&[3], &[4], &[5]],
    api: &API,
    servers: None,
};

/// A request of [`Client::with_http`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WithHttp {
    call: runtime::Call,
}

impl WithHttp {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), WithHttpError> {
        self.call.send::<Self>()
    }
}

runtime::request!(WithHttp, WithHttpError);

impl runtime::Operation for WithHttp {
    type Output = ();
    type Failure = WithHttpError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type WithHttpError = runtime::Undocumented;

pub(super) static WITH_TOKEN: runtime::Endpoint = runtime::Endpoint {
    id: "withToken",
    method: "GET",
    path: "/c",
    parameters: &[],
    accept: "*/*",
    security: &[&[6], &[7], &[8]],
    api: &API,
    servers: None,
};

/// A request of [`Client::with_token`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WithToken {
    call: runtime::Call,
}

impl WithToken {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), WithTokenError> {
        self.call.send::<Self>()
    }
}

runtime::request!(WithToken, WithTokenError);

impl runtime::Operation for WithToken {
    type Output = ();
    type Failure = WithTokenError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type WithTokenError = runtime::Undocumented;

pub(super) static WITH_BOTH: runtime::Endpoint = runtime::Endpoint {
    id: "withBoth",
    method: "GET",
    path: "/d",
    parameters: &[],
    accept: "*/*",
    security: &[&[0, 4], &[3]],
    api: &API,
    servers: None,
};

/// A request of [`Client::with_both`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WithBoth {
    call: runtime::Call,
}

impl WithBoth {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), WithBothError> {
        self.call.send::<Self>()
    }
}

runtime::request!(WithBoth, WithBothError);

impl runtime::Operation for WithBoth {
    type Output = ();
    type Failure = WithBothError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type WithBothError = runtime::Undocumented;
