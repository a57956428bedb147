//! The error of an operation. In: why it failed and, for documented errors, the model; out: what a caller may ask.
//! Invariant: two words wide, and all that is not the model is compiled once.

use super::fault::{Cause, ErrorKind, Fault, TimeoutKind};
use super::json::DecodeError;
use super::reply::Reply;
use super::retry;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt::{self, Debug, Display, Formatter};
use std::time::Duration;

/// Why a call failed. `E` has a variant for each error that the API's description lists for the operation.
pub struct Error<E> {
    failure: Option<Box<E>>,
    fault: Box<Fault>,
}

impl<E> Error<E> {
    pub(super) fn new(fault: Fault) -> Self {
        Error {
            failure: None,
            fault: Box::new(fault),
        }
    }

    pub(super) fn api(failure: E, reply: Reply) -> Self {
        Error {
            failure: Some(Box::new(failure)),
            fault: Box::new(Fault::api(reply)),
        }
    }

    /// What kind of failure it is.
    pub fn kind(&self) -> ErrorKind {
        self.fault.kind()
    }

    /// What the server said, as the API's description has it; there for [`ErrorKind::Api`].
    pub fn failure(&self) -> Option<&E> {
        self.failure.as_deref()
    }

    /// What the server said, as the API's description has it; there for [`ErrorKind::Api`].
    pub fn into_failure(self) -> Option<E> {
        self.failure.map(|failure| *failure)
    }

    /// The status, if there was a response.
    pub fn status(&self) -> Option<StatusCode> {
        self.fault.reply.as_deref().map(Reply::status_code)
    }

    /// The headers, if there was a response.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.fault.reply.as_deref().map(Reply::headers)
    }

    /// The body as it came, if there was a response.
    pub fn body(&self) -> Option<&Bytes> {
        self.fault.reply.as_deref().map(Reply::body)
    }

    /// The number under which the server knows the request, for a question to those who run it: the first of
    /// `x-request-id`, `request-id`, `x-amzn-requestid`, `x-amz-request-id`, `x-ms-request-id`, `x-github-request-id`,
    /// `x-correlation-id`, `correlation-id`, `x-trace-id`, `cf-ray` that the response has.
    pub fn request_id(&self) -> Option<&str> {
        self.fault.reply.as_deref()?.request_id()
    }

    /// How long the server asks to wait before the next attempt, from the moment at which its response came.
    pub fn retry_after(&self) -> Option<Duration> {
        self.fault.reply.as_deref()?.wait()
    }

    /// Where and why the body could not be decoded; there for [`ErrorKind::Decode`].
    pub fn decode_error(&self) -> Option<&DecodeError> {
        match &self.fault.cause {
            Cause::Decode(error) => Some(error),
            _ => None,
        }
    }

    /// The parameter that kept the request from being made; there for [`ErrorKind::Request`].
    pub fn parameter(&self) -> Option<&'static str> {
        match &self.fault.cause {
            Cause::Request { parameter, .. } => *parameter,
            _ => None,
        }
    }

    /// Whether the time was up.
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Which time was up; there for [`ErrorKind::Timeout`].
    pub fn timeout(&self) -> Option<TimeoutKind> {
        match &self.fault.cause {
            Cause::Timeout { whole: true, .. } => Some(TimeoutKind::Call),
            _ => self.is_timeout().then_some(TimeoutKind::Attempt),
        }
    }

    /// Whether the same request may go well at another time.
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Transport => !matches!(self.fault.cause, Cause::TooLarge { .. }),
            ErrorKind::Token => {
                matches!(&self.fault.cause, Cause::Token { error, .. } if error.may_pass())
            }
            ErrorKind::Timeout => true,
            ErrorKind::Api => self.status().is_some_and(retry::is_transient),
            ErrorKind::Request | ErrorKind::Decode | ErrorKind::Paging => false,
        }
    }

    /// How many attempts were made.
    pub fn attempts(&self) -> u32 {
        self.fault.attempts
    }
}

impl<E> From<Box<Fault>> for Error<E> {
    fn from(fault: Box<Fault>) -> Self {
        Error {
            failure: None,
            fault,
        }
    }
}

impl<E> Display for Error<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.fault, f)
    }
}

impl<E: Debug> Debug for Error<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("message", &self.to_string())
            .field("failure", &self.failure)
            .finish()
    }
}

impl<E: Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.fault.source()
    }
}
