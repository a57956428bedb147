//! x.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `one`.
    ///
    /// `GET /one`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.one().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn one(&self) -> One {
        One { call: self.core.call(&ONE) }
    }

    /// `other`.
    ///
    /// `PUT /one`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.other().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn other(&self) -> Other {
        Other {
            call: self.core.call(&OTHER),
        }
    }

    /// `two`.
    ///
    /// `GET /two`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.two().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn two(&self) -> Two {
        Two { call: self.core.call(&TWO) }
    }
}

pub(super) static ONE: runtime::Endpoint = runtime::Endpoint {
    id: "one",
    method: "GET",
    path: "/one",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: Some(
        &[
            runtime::Server {
                url: "https://one.example.com",
                variables: &[],
            },
        ],
    ),
};

/// A request of [`Client::one`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct One {
    call: runtime::Call,
}

impl One {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), OneError> {
        self.call.send::<Self>()
    }
}

runtime::request!(One, OneError);

impl runtime::Operation for One {
    type Output = ();
    type Failure = OneError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type OneError = runtime::Undocumented;

pub(super) static OTHER: runtime::Endpoint = runtime::Endpoint {
    id: "other",
    method: "PUT",
    path: "/one",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: Some(
        &[
            runtime::Server {
                url: "https://{place}.example.com",
                variables: &[
                    runtime::Variable {
                        name: "place",
                        setter: "place",
                        default: Some("eu"),
                        values: &["eu", "us"],
                    },
                ],
            },
        ],
    ),
};

/// A request of [`Client::other`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Other {
    call: runtime::Call,
}

impl Other {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), OtherError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Other, OtherError);

impl runtime::Operation for Other {
    type Output = ();
    type Failure = OtherError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type OtherError = runtime::Undocumented;

pub(super) static TWO: runtime::Endpoint = runtime::Endpoint {
    id: "two",
    method: "GET",
    path: "/two",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: Some(
        &[
            runtime::Server {
                url: "/v2",
                variables: &[],
            },
        ],
    ),
};

/// A request of [`Client::two`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Two {
    call: runtime::Call,
}

impl Two {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), TwoError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Two, TwoError);

impl runtime::Operation for Two {
    type Output = ();
    type Failure = TwoError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type TwoError = runtime::Undocumented;
