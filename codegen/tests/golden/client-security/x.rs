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

    /// `three`.
    ///
    /// `GET /three`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.three().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn three(&self) -> Three {
        Three {
            call: self.core.call(&THREE),
        }
    }

    /// `four`.
    ///
    /// `GET /four`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.four().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn four(&self) -> Four {
        Four {
            call: self.core.call(&FOUR),
        }
    }
}

pub(super) static ONE: runtime::Endpoint = runtime::Endpoint {
    id: "one",
    method: "GET",
    path: "/one",
    parameters: &[],
    accept: "*/*",
    security: &[&[0, 1]],
    api: &API,
    servers: None,
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

pub(super) static TWO: runtime::Endpoint = runtime::Endpoint {
    id: "two",
    method: "GET",
    path: "/two",
    parameters: &[],
    accept: "*/*",
    security: &[&[2]],
    api: &API,
    servers: None,
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

pub(super) static THREE: runtime::Endpoint = runtime::Endpoint {
    id: "three",
    method: "GET",
    path: "/three",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::three`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Three {
    call: runtime::Call,
}

impl Three {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), ThreeError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Three, ThreeError);

impl runtime::Operation for Three {
    type Output = ();
    type Failure = ThreeError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type ThreeError = runtime::Undocumented;

pub(super) static FOUR: runtime::Endpoint = runtime::Endpoint {
    id: "four",
    method: "GET",
    path: "/four",
    parameters: &[],
    accept: "*/*",
    security: &[&[], &[3]],
    api: &API,
    servers: None,
};

/// A request of [`Client::four`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Four {
    call: runtime::Call,
}

impl Four {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), FourError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Four, FourError);

impl runtime::Operation for Four {
    type Output = ();
    type Failure = FourError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type FourError = runtime::Undocumented;
