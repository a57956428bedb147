//! x.

use super::{API, Client};
use crate::runtime::{self, Formatted};

impl Client {
    /// `optional`.
    ///
    /// `POST /optional`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.optional().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn optional(&self) -> Optional {
        Optional {
            call: self.core.call(&OPTIONAL),
        }
    }

    /// `required`.
    ///
    /// `POST /required`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.required().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn required(&self) -> Required {
        Required {
            call: self.core.call(&REQUIRED),
        }
    }

    /// `others`.
    ///
    /// `POST /others`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.others().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn others(&self) -> Others {
        Others {
            call: self.core.call(&OTHERS),
        }
    }
}

pub(super) static OPTIONAL: runtime::Endpoint = runtime::Endpoint {
    id: "optional",
    method: "POST",
    path: "/optional",
    parameters: &[runtime::Parameter::header("Idempotency-Key").idempotency()],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::optional`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Optional {
    call: runtime::Call,
}

impl Optional {
    /// Tells calls apart.
    ///
    /// Bounds: `maxLength: 36`.
    ///
    /// Made for each call that gives none, and the same for all its attempts.
    #[inline]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.call.set_text(0, idempotency_key.into());
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), OptionalError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Optional, OptionalError);

impl runtime::Operation for Optional {
    type Output = ();
    type Failure = OptionalError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type OptionalError = runtime::Undocumented;

pub(super) static REQUIRED: runtime::Endpoint = runtime::Endpoint {
    id: "required",
    method: "POST",
    path: "/required",
    parameters: &[runtime::Parameter::header("X-Request-Idempotency").idempotency()],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::required`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Required {
    call: runtime::Call,
}

impl Required {
    /// `X-Request-Idempotency`.
    ///
    /// Made for each call that gives none, and the same for all its attempts.
    #[inline]
    pub fn x_request_idempotency(
        mut self,
        x_request_idempotency: impl Into<Formatted<uuid::Uuid>>,
    ) -> Self {
        let x_request_idempotency: Formatted<uuid::Uuid> = x_request_idempotency.into();
        self.call.set(0, &x_request_idempotency);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), RequiredError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Required, RequiredError);

impl runtime::Operation for Required {
    type Output = ();
    type Failure = RequiredError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type RequiredError = runtime::Undocumented;

pub(super) static OTHERS: runtime::Endpoint = runtime::Endpoint {
    id: "others",
    method: "POST",
    path: "/others",
    parameters: &[
        runtime::Parameter::query("idempotency_key"),
        runtime::Parameter::header("Idempotency-Key"),
        runtime::Parameter::header("X-Idempotency-Key"),
        runtime::Parameter::header("Idempotency-Key-Expiry"),
        runtime::Parameter::header("Idempotency-Token"),
    ],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::others`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Others {
    call: runtime::Call,
}

impl Others {
    /// `idempotency_key`.
    #[inline]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.call.set_text(0, idempotency_key.into());
        self
    }

    /// `Idempotency-Key`.
    ///
    /// Bounds: `maxLength: 20`.
    #[inline]
    pub fn header_idempotency_key(
        mut self,
        header_idempotency_key: impl Into<String>,
    ) -> Self {
        self.call.set_text(1, header_idempotency_key.into());
        self
    }

    /// `X-Idempotency-Key`.
    ///
    /// Bounds: `pattern: "^[A-Z]+$"`.
    #[inline]
    pub fn x_idempotency_key(mut self, x_idempotency_key: impl Into<String>) -> Self {
        self.call.set_text(2, x_idempotency_key.into());
        self
    }

    /// `Idempotency-Key-Expiry`.
    #[inline]
    pub fn idempotency_key_expiry(
        mut self,
        idempotency_key_expiry: impl Into<String>,
    ) -> Self {
        self.call.set_text(3, idempotency_key_expiry.into());
        self
    }

    /// `Idempotency-Token`.
    #[inline]
    pub fn idempotency_token(mut self, idempotency_token: i64) -> Self {
        self.call.set(4, &idempotency_token);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), OthersError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Others, OthersError);

impl runtime::Operation for Others {
    type Output = ();
    type Failure = OthersError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type OthersError = runtime::Undocumented;
