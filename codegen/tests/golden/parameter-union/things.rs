//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `findThings`.
    ///
    /// `GET /things/{at}`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.find_things(models::FindThingsAt::Integer(1)).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn find_things(&self, at: impl Into<models::FindThingsAt>) -> FindThings {
        let at: models::FindThingsAt = at.into();
        FindThings {
            call: self.core.call(&FIND_THINGS).with(0, &at),
        }
    }
}

pub(super) static FIND_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "findThings",
    method: "GET",
    path: "/things/{at}",
    parameters: &[
        runtime::Parameter::path("at"),
        runtime::Parameter::query("ids"),
        runtime::Parameter::query("near"),
        runtime::Parameter::query("deep").styled(runtime::Style::DeepObject, false),
        runtime::Parameter::query("term"),
        runtime::Parameter::header("X-Sort"),
        runtime::Parameter::cookie("mode").styled(runtime::Style::Form, false),
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
    pub fn ids(mut self, ids: impl Into<models::FindThingsIds>) -> Self {
        let ids: models::FindThingsIds = ids.into();
        self.call.set(1, &ids);
        self
    }

    /// `near`.
    #[inline]
    pub fn near(mut self, near: impl Into<models::FindThingsNear>) -> Self {
        let near: models::FindThingsNear = near.into();
        self.call.set(2, &near);
        self
    }

    /// `deep`.
    #[inline]
    pub fn deep(mut self, deep: impl Into<models::FindThingsDeep>) -> Self {
        let deep: models::FindThingsDeep = deep.into();
        self.call.set(3, &deep);
        self
    }

    /// `term`.
    #[inline]
    pub fn term(mut self, term: impl Into<models::Term>) -> Self {
        let term: models::Term = term.into();
        self.call.set(4, &term);
        self
    }

    /// `X-Sort`.
    #[inline]
    pub fn x_sort(mut self, x_sort: impl Into<models::FindThingsXSort>) -> Self {
        let x_sort: models::FindThingsXSort = x_sort.into();
        self.call.set(5, &x_sort);
        self
    }

    /// `mode`.
    #[inline]
    pub fn mode(mut self, mode: impl Into<models::FindThingsMode>) -> Self {
        let mode: models::FindThingsMode = mode.into();
        self.call.set(6, &mode);
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
