//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `addThing`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/x-www-form-urlencoded`
    ///
    /// # Headers
    /// [`AddThingHeaders`] reads `X-Rate`.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_thing(models::AddThingBody::new("text")).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_thing(&self, body: models::AddThingBody) -> AddThing {
        let mut call = self.core.call(&ADD_THING);
        static ENCODINGS: &[runtime::Encoding] = &[];
        call.form(&body, ENCODINGS);
        AddThing { call }
    }
}

pub(super) static ADD_THING: runtime::Endpoint = runtime::Endpoint {
    id: "addThing",
    method: "POST",
    path: "/things",
    parameters: &[
        runtime::Parameter::query("ids").styled(runtime::Style::PipeDelimited, false),
    ],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddThing {
    call: runtime::Call,
}

impl AddThing {
    /// `ids`.
    #[inline]
    pub fn ids(mut self, ids: impl IntoIterator<Item = i64>) -> Self {
        let ids: Vec<i64> = ids.into_iter().collect();
        self.call.set(0, &ids);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Thing, AddThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddThing, AddThingError);

impl runtime::Operation for AddThing {
    type Output = models::Thing;
    type Failure = AddThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddThingError = runtime::Undocumented;

/// The headers of a response of [`Client::add_thing`].
///
/// `AddThingHeaders::from(response.headers())`, or `error.headers().map(AddThingHeaders::from)` when it failed.
#[derive(Clone, Copy, Debug)]
pub struct AddThingHeaders<'a> {
    view: runtime::HeaderView<'a>,
}

impl AddThingHeaders<'_> {
    /// `X-Rate` of `200`.
    #[inline]
    pub fn x_rate(&self) -> Option<i64> {
        self.view.get(0)
    }
}

impl<'a> From<&'a http::HeaderMap> for AddThingHeaders<'a> {
    #[inline]
    fn from(headers: &'a http::HeaderMap) -> Self {
        use runtime::{Header, HeaderForm};
        static ROWS: &[Header] = &[Header::new::<i64>("X-Rate", HeaderForm::Bare)];
        Self {
            view: runtime::HeaderView::new(headers, ROWS),
        }
    }
}

runtime::headers!(AddThingHeaders);
