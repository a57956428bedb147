//! A decoded response. In: a model and the response it came in; out: both. Invariant: it can be used as the model itself.

use super::reply::Reply;
use http::{HeaderMap, StatusCode};
use std::ops::{Deref, DerefMut};

/// What an operation gave back, with the status and headers it came with.
#[derive(Clone, Debug)]
pub struct Response<T> {
    value: T,
    head: Box<Head>,
}

#[derive(Clone, Debug)]
struct Head {
    status: StatusCode,
    headers: HeaderMap,
}

impl<T> Response<T> {
    pub(super) fn new(value: T, reply: Reply) -> Self {
        let (status, headers) = reply.into_parts();
        Response {
            value,
            head: Box::new(Head { status, headers }),
        }
    }

    /// Another value in its place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            value: change(self.value),
            head: self.head,
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The number under which the server knows the request; [`Error::request_id`] lists the headers that tell it.
    ///
    /// [`Error::request_id`]: super::Error::request_id
    pub fn request_id(&self) -> Option<&str> {
        super::reply::request_id(&self.head.headers)
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
