//! things.
//!
//! Behind the feature `spec-things`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `putThing`.
    ///
    /// `PUT /things/{id}`
    ///
    /// # Arguments
    /// - `body`: as `application/json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.replace_article("text", models::Article::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn replace_article(
        &self,
        id: impl Into<String>,
        body: models::Article,
    ) -> PutThing {
        let mut call = self.core.call(&REPLACE_ARTICLE).with_text(0, id.into());
        call.json(&body, "application/json");
        PutThing { call }
    }

    /// The former name of [`Client::replace_article`].
    #[deprecated(note = "renamed to `replace_article`")]
    #[inline]
    pub fn put_thing(&self, id: impl Into<String>, body: models::Article) -> PutThing {
        self.replace_article(id, body)
    }

    /// `putThing`.
    ///
    /// `PUT /things/{id}`
    ///
    /// # Arguments
    /// - `body`: as `text/plain`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.replace_article_text("text", "text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn replace_article_text(
        &self,
        id: impl Into<String>,
        body: impl Into<String>,
    ) -> PutThing {
        let mut call = self.core.call(&REPLACE_ARTICLE).with_text(0, id.into());
        call.text(body, "text/plain");
        PutThing { call }
    }

    /// The former name of [`Client::replace_article_text`].
    #[deprecated(note = "renamed to `replace_article_text`")]
    #[inline]
    pub fn put_thing_text(
        &self,
        id: impl Into<String>,
        body: impl Into<String>,
    ) -> PutThing {
        self.replace_article_text(id, body)
    }
}

pub(super) static REPLACE_ARTICLE: runtime::Endpoint = runtime::Endpoint {
    id: "putThing",
    method: "PUT",
    path: "/things/{id}",
    parameters: &[runtime::Parameter::path("id"), runtime::Parameter::query("dry")],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::replace_article`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PutThing {
    call: runtime::Call,
}

impl PutThing {
    /// `dry`.
    #[inline]
    pub fn dry(mut self, dry: bool) -> Self {
        self.call.set(1, &dry);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Article, PutThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PutThing, PutThingError);

impl runtime::Operation for PutThing {
    type Output = models::Article;
    type Failure = PutThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type PutThingError = runtime::Undocumented;
