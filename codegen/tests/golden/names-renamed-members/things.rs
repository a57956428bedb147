//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `putThing`.
    ///
    /// `PUT /things/{id}`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.put_thing("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn put_thing(&self, key: impl Into<String>) -> PutThing {
        PutThing {
            call: self.core.call(&PUT_THING).with_text(0, key.into()),
        }
    }
}

pub(super) static PUT_THING: runtime::Endpoint = runtime::Endpoint {
    id: "putThing",
    method: "PUT",
    path: "/things/{id}",
    parameters: &[
        runtime::Parameter::path("id"),
        runtime::Parameter::query("dry"),
        runtime::Parameter::query("sort"),
        runtime::Parameter::query("tag"),
    ],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::put_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PutThing {
    call: runtime::Call,
}

impl PutThing {
    /// `dry`.
    #[inline]
    pub fn rehearse(mut self, rehearse: bool) -> Self {
        self.call.set(1, &rehearse);
        self
    }

    /// `sort`.
    #[inline]
    pub fn sort(mut self, sort: impl Into<models::PutThingSort>) -> Self {
        let sort: models::PutThingSort = sort.into();
        self.call.set(2, &sort);
        self
    }

    /// `tag`.
    #[inline]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let tags: Vec<String> = tags.into_iter().map(Into::into).collect();
        self.call.set(3, &tags);
        self
    }

    /// The body, as `application/json`.
    #[inline]
    pub fn content(mut self, content: models::Thing) -> Self {
        self.call.json(&content, "application/json");
        self
    }

    /// The body, as `text/plain`.
    #[inline]
    pub fn content_text(mut self, content: impl Into<String>) -> Self {
        self.call.text(content, "text/plain");
        self
    }

    /// The former name of [`Self::rehearse`].
    #[deprecated(note = "renamed to `rehearse`")]
    #[inline]
    pub fn dry(self, rehearse: bool) -> Self {
        self.rehearse(rehearse)
    }

    /// The former name of [`Self::tags`].
    #[deprecated(note = "renamed to `tags`")]
    #[inline]
    pub fn tag(self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags(tags)
    }

    /// The former name of [`Self::content`].
    #[deprecated(note = "renamed to `content`")]
    #[inline]
    pub fn body(self, content: models::Thing) -> Self {
        self.content(content)
    }

    /// The former name of [`Self::content_text`].
    #[deprecated(note = "renamed to `content_text`")]
    #[inline]
    pub fn body_text(self, content: impl Into<String>) -> Self {
        self.content_text(content)
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Thing, PutThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(PutThing, PutThingError);

impl runtime::Operation for PutThing {
    type Output = models::Thing;
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
