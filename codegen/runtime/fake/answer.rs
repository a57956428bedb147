//! What a handler answers. In: a model, a documented error or a whole response; out: status, headers and bytes. Invariant:
//! a success has the status and the media type of the document, unless the handler says otherwise.

use super::problem::Problem;
use super::row::Row;
use crate::runtime::json;
use crate::runtime::operation::Undocumented;
use crate::runtime::wire::Wire;
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method, StatusCode};

/// The answer to a request: a success, one of the documented errors, or any response.
///
/// It is made `From` a success, and `From` a `Result` of a success or an error.
#[derive(Clone, Debug)]
pub struct Answer<T, E = Undocumented> {
    what: What<T, E>,
    status: Option<u16>,
    headers: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
enum What<T, E> {
    Success(T),
    Failure(E),
    Raw(http::Response<Bytes>),
    Refused(Problem),
}

impl<T, E> Answer<T, E> {
    fn new(what: What<T, E>) -> Self {
        Answer {
            what,
            status: None,
            headers: Vec::new(),
        }
    }

    /// A success.
    pub fn success(model: T) -> Self {
        Answer::new(What::Success(model))
    }

    /// A documented error.
    pub fn failure(error: E) -> Self {
        Answer::new(What::Failure(error))
    }

    /// A response as it is to be sent.
    pub fn raw(response: http::Response<Bytes>) -> Self {
        Answer::new(What::Raw(response))
    }

    /// What is wrong with the request, told as the server tells of such things.
    pub fn refused(problem: Problem) -> Self {
        Answer::new(What::Refused(problem))
    }

    /// A status without a body.
    pub fn status(status: u16) -> Self {
        Answer::raw(Said::empty(status).response())
    }

    /// A model under any status, as JSON.
    pub fn json(status: u16, model: &dyn Wire) -> Self {
        Answer::raw(Said::json(status, "application/json", model).response())
    }

    /// The same with another status: one of a range, or one of those that the document has no word for.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The same with a header, in place of one of its name.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The response.
    pub(super) fn response(
        self,
        row: &Row,
        say: fn(&T, &Row) -> Said,
    ) -> Result<http::Response<Bytes>, Problem>
    where
        E: Spoken,
    {
        let mut response = match self.what {
            What::Success(model) => say(&model, row).response(),
            What::Failure(error) => error.spoken().response(),
            What::Raw(response) => response,
            What::Refused(problem) => {
                let problem = problem.with_status(self.status);
                return Err(self.headers.into_iter().fold(problem, Problem::header));
            }
        };
        if let Some(status) = self.status {
            *response.status_mut() = code(status);
        }
        put(response.headers_mut(), &self.headers);
        Ok(response)
    }
}

impl<T, E> From<T> for Answer<T, E> {
    fn from(model: T) -> Self {
        Answer::success(model)
    }
}

impl<T, E> From<Result<T, E>> for Answer<T, E> {
    fn from(outcome: Result<T, E>) -> Self {
        match outcome {
            Ok(model) => Answer::success(model),
            Err(error) => Answer::failure(error),
        }
    }
}

/// Sets headers; one that cannot be sent is left out.
pub(super) fn put(headers: &mut HeaderMap, more: &[(String, String)]) {
    for (name, value) in more {
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(value),
        ) {
            headers.insert(name, value);
        }
    }
}

/// Takes away the body of an answer that has none on its way (RFC 9110, 6.4.1). That to HEAD tells the length of the other.
pub(super) fn bare(response: &mut http::Response<Bytes>, method: &Method) {
    let status = response.status();
    let none = status.is_informational()
        || matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    if none {
        response.headers_mut().remove(CONTENT_LENGTH);
    } else if method == Method::HEAD {
        let length = response.body().len();
        let told = response.headers_mut().entry(CONTENT_LENGTH);
        if length > 0 {
            told.or_insert(length.into());
        }
    } else {
        return;
    }
    *response.body_mut() = Bytes::new();
}

/// A status; 500 for a number that is none.
pub(super) fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// An outcome that has a status of its own: one of several successes, or an error.
pub trait Spoken {
    /// Its status, media type and body.
    fn spoken(&self) -> Said;
}

impl Spoken for Undocumented {
    fn spoken(&self) -> Said {
        Said::empty(500)
    }
}

/// A status, a media type and a body.
#[derive(Clone, Debug)]
pub struct Said {
    status: u16,
    media: &'static str,
    body: Bytes,
}

impl Said {
    /// A status without a body.
    pub fn empty(status: u16) -> Self {
        Said {
            status,
            media: "",
            body: Bytes::new(),
        }
    }

    /// A model as JSON.
    pub fn json(status: u16, media: &'static str, model: &dyn Wire) -> Self {
        let body = json::encode(model, json::Mode::Json);
        Said::bytes(status, media, &Bytes::from(body))
    }

    /// Text.
    pub fn text(status: u16, media: &'static str, text: &str) -> Self {
        Said::bytes(status, media, &Bytes::copy_from_slice(text.as_bytes()))
    }

    /// Bytes.
    pub fn bytes(status: u16, media: &'static str, body: &Bytes) -> Self {
        Said {
            status,
            media,
            body: body.clone(),
        }
    }

    pub(super) fn response(self) -> http::Response<Bytes> {
        let mut response = http::Response::new(self.body);
        *response.status_mut() = code(self.status);
        if !self.media.is_empty() {
            let media = HeaderValue::from_static(self.media);
            response.headers_mut().insert(CONTENT_TYPE, media);
        }
        response
    }
}

/// A success that is a model.
pub fn json<T: Wire>(model: &T, row: &Row) -> Said {
    Said::json(row.status, row.media, model)
}

/// A success that is text.
#[allow(clippy::ptr_arg)] // The type of the success, as with the others.
pub fn text(text: &String, row: &Row) -> Said {
    Said::text(row.status, row.media, text)
}

/// A success that is bytes.
pub fn bytes(body: &Bytes, row: &Row) -> Said {
    Said::bytes(row.status, row.media, body)
}

/// A success without a body.
pub fn empty((): &(), row: &Row) -> Said {
    Said::empty(row.status)
}

/// A success that is one of several.
pub fn spoken<T: Spoken>(outcome: &T, _: &Row) -> Said {
    outcome.spoken()
}
