//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `findThings`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.find_things("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn find_things(&self, session: impl Into<String>) -> FindThings {
        FindThings {
            call: self.core.call(&FIND_THINGS).with_text(0, session.into()),
        }
    }
}

pub(super) static FIND_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "findThings",
    method: "GET",
    path: "/things",
    parameters: &[
        runtime::Parameter::cookie("session").required(),
        runtime::Parameter::cookie("ids").styled(runtime::Style::Form, false),
        runtime::Parameter::cookie("theme").styled(runtime::Style::Cookie, true),
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
        self.call.set(1, &ids);
        self
    }

    /// `theme`.
    #[inline]
    pub fn theme(mut self, theme: impl Into<models::FindThingsTheme>) -> Self {
        let theme: models::FindThingsTheme = theme.into();
        self.call.set(2, &theme);
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
