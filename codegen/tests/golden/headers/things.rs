//! things.

use super::{API, Client, models};
use crate::runtime::{self, Formatted, Value};

impl Client {
    /// `getThings`.
    ///
    /// `GET /things`
    ///
    /// # Errors
    /// - `404`: [`GetThingsError::NotFound`]: None.
    /// - `429`: [`GetThingsError::TooManyRequests`]: Enough.
    ///
    /// # Headers
    /// [`GetThingsHeaders`] reads `X-Remaining`, `X-Tags`, `X-Range`, `X-Size`,
    /// `X-Meta`, `X-Note`, `X-At`, `X-State`, `X-Any`, `Set-Cookie`, `Problems`.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_things(&self) -> GetThings {
        GetThings {
            call: self.core.call(&GET_THINGS),
        }
    }
}

pub(super) static GET_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "getThings",
    method: "GET",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetThings {
    call: runtime::Call,
}

impl GetThings {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetThings, GetThingsError);

impl runtime::Operation for GetThings {
    type Output = ();
    type Failure = GetThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetThingsError {
    /// `404`: None.
    NotFound,
    /// `429`: Enough.
    TooManyRequests,
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetThingsError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            404 => Self::NotFound,
            429 => Self::TooManyRequests,
            _ => Self::Undocumented,
        }
    }

    #[inline]
    fn is_documented(&self) -> bool {
        !matches!(self, Self::Undocumented)
    }
}

/// The headers of a response of [`Client::get_things`].
///
/// `GetThingsHeaders::from(response.headers())`, or `error.headers().map(GetThingsHeaders::from)` when it failed.
#[derive(Clone, Copy, Debug)]
pub struct GetThingsHeaders<'a> {
    view: runtime::HeaderView<'a>,
}

impl GetThingsHeaders<'_> {
    /// Calls left. Counted by the hour.
    ///
    /// `X-Remaining` of `200`, `429`.
    #[inline]
    pub fn x_remaining(&self) -> Option<i32> {
        self.view.get(0)
    }

    /// Marks.
    ///
    /// `X-Tags` of `200`.
    #[inline]
    pub fn x_tags(&self) -> Option<Vec<String>> {
        self.view.get(1)
    }

    /// `X-Range` of `200`, always there.
    #[inline]
    pub fn x_range(&self) -> Option<models::Range> {
        self.view.get(2)
    }

    /// `X-Size` of `200`.
    #[inline]
    pub fn x_size(&self) -> Option<i64> {
        self.view.get(3)
    }

    /// `X-Meta` of `200`.
    #[inline]
    pub fn x_meta(&self) -> Option<models::Range> {
        self.view.get(4)
    }

    /// `X-Note` of `200`.
    #[inline]
    pub fn x_note(&self) -> Option<String> {
        self.view.get(5)
    }

    /// `X-At` of `200`.
    #[inline]
    pub fn x_at(&self) -> Option<Formatted<jiff::Timestamp>> {
        self.view.get(6)
    }

    /// `X-State` of `200`.
    #[inline]
    pub fn x_state(&self) -> Option<models::State> {
        self.view.get(7)
    }

    /// `X-Any` of `200`.
    #[inline]
    pub fn x_any(&self) -> Option<Value> {
        self.view.get(8)
    }

    /// `Set-Cookie` of `200`.
    #[inline]
    pub fn set_cookie(&self) -> Option<Vec<String>> {
        self.view.get(9)
    }

    /// `Problems` of `200`.
    #[inline]
    pub fn problems_header(&self) -> Option<bool> {
        self.view.get(10)
    }

    /// `X-Size` of `404`.
    #[inline]
    pub fn x_size_not_found(&self) -> Option<String> {
        self.view.get(11)
    }
}

impl<'a> From<&'a http::HeaderMap> for GetThingsHeaders<'a> {
    #[inline]
    fn from(headers: &'a http::HeaderMap) -> Self {
        use runtime::{Header, HeaderForm};
        static ROWS: &[Header] = &[
            Header::new::<i32>("X-Remaining", HeaderForm::Bare),
            Header::new::<Vec<String>>("X-Tags", HeaderForm::List(&HeaderForm::Text)),
            Header::new::<
                models::Range,
            >(
                "X-Range",
                HeaderForm::Exploded(
                    &[
                        ("unit", HeaderForm::Text),
                        ("first", HeaderForm::Bare),
                        ("tags", HeaderForm::Json),
                    ],
                    &HeaderForm::Any,
                ),
            ),
            Header::new::<i64>("X-Size", HeaderForm::Bare),
            Header::new::<models::Range>("X-Meta", HeaderForm::Json),
            Header::new::<String>("X-Note", HeaderForm::Text),
            Header::new::<Formatted<jiff::Timestamp>>("X-At", HeaderForm::Text),
            Header::new::<models::State>("X-State", HeaderForm::Text),
            Header::new::<Value>("X-Any", HeaderForm::Any),
            Header::new::<
                Vec<String>,
            >("Set-Cookie", HeaderForm::List(&HeaderForm::Text)),
            Header::new::<bool>("Problems", HeaderForm::Bare),
            Header::new::<String>("X-Size", HeaderForm::Text),
        ];
        Self {
            view: runtime::HeaderView::new(headers, ROWS),
        }
    }
}

runtime::headers!(GetThingsHeaders);
