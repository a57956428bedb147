//! things.

use super::{API, Client, models};
use crate::runtime;
use std::collections::BTreeMap;

impl Client {
    /// `findThings`.
    ///
    /// `POST /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.find_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn find_things(&self) -> FindThings {
        FindThings {
            call: self.core.call(&FIND_THINGS),
        }
    }

    /// `noThing`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.no_thing().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn no_thing(&self) -> NoThing {
        NoThing {
            call: self.core.call(&NO_THING),
        }
    }
}

pub(super) static FIND_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "findThings",
    method: "POST",
    path: "/things",
    parameters: &[
        runtime::Parameter::query("filter"),
        runtime::Parameter::query("limit"),
        runtime::Parameter::query("range").styled(runtime::Style::DeepObject, false),
        runtime::Parameter::query("labels")
            .styled(runtime::Style::Content("application/json"), false),
        runtime::Parameter::query("either"),
        runtime::Parameter::header("X-Labels"),
    ],
    accept: "application/json",
    security: &[&[0]],
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
    /// `filter`.
    #[inline]
    pub fn filter(mut self, filter: models::FindThingsFilter) -> Self {
        self.call.set(0, &filter);
        self
    }

    /// `limit`.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set(1, &limit);
        self
    }

    /// `range`.
    #[inline]
    pub fn range(mut self, range: models::FindThingsRange) -> Self {
        self.call.set(2, &range);
        self
    }

    /// `labels`.
    #[inline]
    pub fn labels(mut self, labels: BTreeMap<String, Option<String>>) -> Self {
        self.call.set(3, &labels);
        self
    }

    /// `either`.
    #[inline]
    pub fn either(mut self, either: impl Into<models::FindThingsEither>) -> Self {
        let either: models::FindThingsEither = either.into();
        self.call.set(4, &either);
        self
    }

    /// `X-Labels`.
    #[inline]
    pub fn x_labels(mut self, x_labels: BTreeMap<String, String>) -> Self {
        self.call.set(5, &x_labels);
        self
    }

    /// The body, as `application/json`.
    #[inline]
    pub fn body(mut self, body: models::Thing) -> Self {
        self.call.json(&body, "application/json");
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Thing, FindThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(FindThings, FindThingsError);

impl runtime::Operation for FindThings {
    type Output = models::Thing;
    type Failure = FindThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type FindThingsError = runtime::Undocumented;

pub(super) static NO_THING: runtime::Endpoint = runtime::Endpoint {
    id: "noThing",
    method: "GET",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[&[0]],
    api: &API,
    servers: None,
};

/// A request of [`Client::no_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct NoThing {
    call: runtime::Call,
}

impl NoThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), NoThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(NoThing, NoThingError);

impl runtime::Operation for NoThing {
    type Output = ();
    type Failure = NoThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type NoThingError = runtime::Undocumented;
