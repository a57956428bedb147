//! orders.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `putOrder`.
    ///
    /// `POST /orders`
    ///
    /// # Arguments
    /// - `body`: as `application/json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .put_order(["text"], models::Order::new("AA1", 1.5))
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn put_order(
        &self,
        ids: impl IntoIterator<Item = impl Into<String>>,
        body: models::Order,
    ) -> PutOrder {
        let ids: Vec<String> = ids.into_iter().map(Into::into).collect();
        let mut call = self.core.call(&PUT_ORDER).with(0, &ids);
        call.check(&body, &runtime::Bounds::NONE);
        call.json(&body, "application/json");
        PutOrder { call }
    }

    /// `putNotes`.
    ///
    /// `PUT /orders`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.put_notes().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn put_notes(&self) -> PutNotes {
        PutNotes {
            call: self.core.call(&PUT_NOTES),
        }
    }

    /// `putFile`.
    ///
    /// `POST /files`
    ///
    /// # Arguments
    /// - `body`: as `multipart/form-data`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .put_file(models::PutFileBody::new("tex".as_bytes(), "tex"))
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn put_file(&self, body: models::PutFileBody) -> PutFile {
        let mut call = self.core.call(&PUT_FILE);
        call.check(&body, &runtime::Bounds::NONE);
        static ENCODINGS: &[runtime::Encoding] = &[];
        call.multipart(&body, "multipart/form-data", ENCODINGS);
        PutFile { call }
    }
}

pub(super) static PUT_ORDER: runtime::Endpoint = runtime::Endpoint {
    id: "putOrder",
    method: "POST",
    path: "/orders",
    parameters: &[
        runtime::Parameter::query("ids")
            .required()
            .bounded(&[runtime::Bound::MaxItems(2)])
            .each(
                &runtime::Bounds {
                    rules: &[runtime::Bound::MinLength(2)],
                    items: None,
                },
            ),
        runtime::Parameter::query("limit")
            .bounded(&[runtime::Bound::Maximum("100"), runtime::Bound::Minimum("1")]),
    ],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::put_order`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PutOrder {
    call: runtime::Call,
}

impl PutOrder {
    /// `limit`.
    ///
    /// Bounds: `maximum: 100`, `minimum: 1`.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set(1, &limit);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Receipt, PutOrderError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PutOrder, PutOrderError);

impl runtime::Operation for PutOrder {
    type Output = models::Receipt;
    type Failure = PutOrderError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PutOrderError = runtime::Undocumented;

pub(super) static PUT_NOTES: runtime::Endpoint = runtime::Endpoint {
    id: "putNotes",
    method: "PUT",
    path: "/orders",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::put_notes`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PutNotes {
    call: runtime::Call,
}

impl PutNotes {
    /// The body, as `application/json`.
    #[inline]
    pub fn body(
        mut self,
        body: impl IntoIterator<Item = impl Into<models::Code>>,
    ) -> Self {
        let body: Vec<models::Code> = body.into_iter().map(Into::into).collect();
        self.call
            .check(
                &body,
                &runtime::Bounds {
                    rules: &[runtime::Bound::MinItems(1)],
                    items: Some(
                        &runtime::Bounds {
                            rules: &[runtime::Bound::Pattern("^[A-Z]{2}\\d+$")],
                            items: None,
                        },
                    ),
                },
            );
        self.call.json(&body, "application/json");
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PutNotesError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PutNotes, PutNotesError);

impl runtime::Operation for PutNotes {
    type Output = ();
    type Failure = PutNotesError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PutNotesError = runtime::Undocumented;

pub(super) static PUT_FILE: runtime::Endpoint = runtime::Endpoint {
    id: "putFile",
    method: "POST",
    path: "/files",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::put_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PutFile {
    call: runtime::Call,
}

impl PutFile {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), PutFileError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PutFile, PutFileError);

impl runtime::Operation for PutFile {
    type Output = ();
    type Failure = PutFileError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PutFileError = runtime::Undocumented;
