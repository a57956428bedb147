//! dogs.
//!
//! Behind the feature `spec-dogs`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listDogs`.
    ///
    /// `GET /dogs`
    ///
    /// # Errors
    /// - `404`: [`ListDogsError::NotFound`]: No cats here.
    ///
    /// # Headers
    /// [`ListDogsHeaders`] reads `X-Total`.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_dogs().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_dogs(&self) -> ListDogs {
        ListDogs {
            call: self.core.call(&LIST_DOGS),
        }
    }
}

pub(super) static LIST_DOGS: runtime::Endpoint = runtime::Endpoint {
    id: "listDogs",
    method: "GET",
    path: "/dogs",
    parameters: &[runtime::Parameter::query("order")],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_dogs`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListDogs {
    call: runtime::Call,
}

impl ListDogs {
    /// What the list begins with.
    #[inline]
    pub fn order(mut self, order: impl Into<models::ListDogsOrder>) -> Self {
        let order: models::ListDogsOrder = order.into();
        self.call.set(0, &order);
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Vec<models::Dog>, ListDogsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListDogs, ListDogsError);

impl runtime::Operation for ListDogs {
    type Output = Vec<models::Dog>;
    type Failure = ListDogsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

runtime::listed!(ListDogs, models::Dog, ListDogsError, []);

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListDogsError {
    /// `404`: No cats here.
    NotFound(models::ListDogsNotFound),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for ListDogsError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            404 => reply.json().map_or(Self::Undocumented, Self::NotFound),
            _ => Self::Undocumented,
        }
    }

    #[inline]
    fn is_documented(&self) -> bool {
        !matches!(self, Self::Undocumented)
    }
}

/// The headers of a response of [`Client::list_dogs`].
///
/// `ListDogsHeaders::from(response.headers())`, or `error.headers().map(ListDogsHeaders::from)` when it failed.
#[derive(Clone, Copy, Debug)]
pub struct ListDogsHeaders<'a> {
    view: runtime::HeaderView<'a>,
}

impl ListDogsHeaders<'_> {
    /// `X-Total` of `200`, always there.
    #[inline]
    pub fn x_total(&self) -> Option<i64> {
        self.view.get(0)
    }
}

impl<'a> From<&'a http::HeaderMap> for ListDogsHeaders<'a> {
    #[inline]
    fn from(headers: &'a http::HeaderMap) -> Self {
        use runtime::{Header, HeaderForm};
        static ROWS: &[Header] = &[Header::new::<i64>("X-Total", HeaderForm::Bare)];
        Self {
            view: runtime::HeaderView::new(headers, ROWS),
        }
    }
}

runtime::headers!(ListDogsHeaders);
