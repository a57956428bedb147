//! things.

use super::{API, Client, models};
use crate::runtime::{self, Formatted, Value};
use std::collections::BTreeMap;

impl Client {
    /// `findThings`.
    ///
    /// `GET /things/{id}/{names}`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.find_things(7, ["text"], models::State::On).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn find_things(
        &self,
        id: i64,
        names: impl IntoIterator<Item = impl Into<String>>,
        must: impl Into<models::State>,
    ) -> FindThings {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        let must: models::State = must.into();
        FindThings {
            call: self
                .core
                .call(&FIND_THINGS)
                .with(0, &id)
                .with(1, &names)
                .with(2, &must),
        }
    }
}

pub(super) static FIND_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "findThings",
    method: "GET",
    path: "/things/{id}/{names}",
    parameters: &[
        runtime::Parameter::path("id"),
        runtime::Parameter::path("names").styled(runtime::Style::Label, true),
        runtime::Parameter::query("must").required(),
        runtime::Parameter::query("ids").styled(runtime::Style::Form, false),
        runtime::Parameter::query("filter").styled(runtime::Style::DeepObject, false),
        runtime::Parameter::query("raw").reserved(),
        runtime::Parameter::query("json")
            .styled(runtime::Style::Content("application/json"), false),
        runtime::Parameter::query("send"),
        runtime::Parameter::header("X-Trace"),
        runtime::Parameter::cookie("session"),
    ],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::find_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct FindThings {
    call: runtime::Call,
}

impl FindThings {
    /// `ids`.
    #[inline]
    pub fn ids(mut self, ids: impl IntoIterator<Item = i64>) -> Self {
        let ids: Vec<i64> = ids.into_iter().collect();
        self.call.set(3, &ids);
        self
    }

    /// `filter`.
    #[inline]
    pub fn filter(mut self, filter: models::FindThingsFilter) -> Self {
        self.call.set(4, &filter);
        self
    }

    /// `raw`.
    #[inline]
    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.call.set_text(5, raw.into());
        self
    }

    /// `json`.
    #[inline]
    pub fn json(mut self, json: BTreeMap<String, Value>) -> Self {
        self.call.set(6, &json);
        self
    }

    /// `send`.
    ///
    /// Default: `true`.
    #[inline]
    pub fn query_send(mut self, query_send: bool) -> Self {
        self.call.set(7, &query_send);
        self
    }

    /// `X-Trace`.
    #[inline]
    pub fn x_trace(mut self, x_trace: impl Into<Formatted<uuid::Uuid>>) -> Self {
        let x_trace: Formatted<uuid::Uuid> = x_trace.into();
        self.call.set(8, &x_trace);
        self
    }

    /// `session`.
    #[inline]
    pub fn session(mut self, session: impl Into<String>) -> Self {
        self.call.set_text(9, session.into());
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), FindThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(FindThings, FindThingsError);

impl runtime::Operation for FindThings {
    type Output = ();
    type Failure = FindThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type FindThingsError = runtime::Undocumented;
