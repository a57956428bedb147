//! things.

use super::{API, Client, models};
use crate::runtime::{self, Formatted};
use std::collections::BTreeMap;

impl Client {
    /// `findThings`.
    ///
    /// `GET /things`
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
}

pub(super) static FIND_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "findThings",
    method: "GET",
    path: "/things",
    parameters: &[
        runtime::Parameter::query("form"),
        runtime::Parameter::query("csv").styled(runtime::Style::Form, false),
        runtime::Parameter::query("spaces")
            .styled(runtime::Style::SpaceDelimited, false),
        runtime::Parameter::query("pipes").styled(runtime::Style::PipeDelimited, false),
        runtime::Parameter::query("deep").styled(runtime::Style::DeepObject, true),
        runtime::Parameter::query("map"),
        runtime::Parameter::query("raw").reserved(),
        runtime::Parameter::query("json")
            .styled(runtime::Style::Content("application/json"), false),
        runtime::Parameter::query("filter[name]"),
        runtime::Parameter::query("from"),
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
    /// `form`.
    #[inline]
    pub fn form(mut self, form: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let form: Vec<String> = form.into_iter().map(Into::into).collect();
        self.call.set(0, &form);
        self
    }

    /// `csv`.
    #[inline]
    pub fn csv(mut self, csv: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let csv: Vec<String> = csv.into_iter().map(Into::into).collect();
        self.call.set(1, &csv);
        self
    }

    /// `spaces`.
    #[inline]
    pub fn spaces(
        mut self,
        spaces: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let spaces: Vec<String> = spaces.into_iter().map(Into::into).collect();
        self.call.set(2, &spaces);
        self
    }

    /// `pipes`.
    #[inline]
    pub fn pipes(mut self, pipes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let pipes: Vec<String> = pipes.into_iter().map(Into::into).collect();
        self.call.set(3, &pipes);
        self
    }

    /// `deep`.
    #[inline]
    pub fn deep(mut self, deep: models::FindThingsDeep) -> Self {
        self.call.set(4, &deep);
        self
    }

    /// `map`.
    #[inline]
    pub fn map(mut self, map: BTreeMap<String, String>) -> Self {
        self.call.set(5, &map);
        self
    }

    /// `raw`.
    #[inline]
    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.call.set_text(6, raw.into());
        self
    }

    /// `json`.
    #[inline]
    pub fn json(mut self, json: impl IntoIterator<Item = i64>) -> Self {
        let json: Vec<i64> = json.into_iter().collect();
        self.call.set(7, &json);
        self
    }

    /// `filter[name]`.
    #[inline]
    pub fn filter_name(mut self, filter_name: Option<String>) -> Self {
        self.call.set(8, &filter_name);
        self
    }

    /// `from`.
    #[deprecated]
    #[inline]
    pub fn query_from(
        mut self,
        query_from: impl Into<Formatted<jiff::civil::Date>>,
    ) -> Self {
        let query_from: Formatted<jiff::civil::Date> = query_from.into();
        self.call.set(9, &query_from);
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
