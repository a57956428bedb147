//! Why a call failed, whatever the operation. In: the cause; out: one line, and what a caller may ask. Invariant: no
//! secret and no query string is in it.

use super::json::DecodeError;
use super::reply::Reply;
use super::token::TokenError;
use super::transport::{Stage, TransportError};
use std::error::Error as _;
use std::fmt::{self, Display, Formatter};
use std::time::Duration;

/// A failure.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) operation: &'static str,
    pub(super) cause: Cause,
    /// The response, if there was one.
    pub(super) reply: Option<Box<Reply>>,
    pub(super) attempts: u32,
}

/// What failed.
#[derive(Debug)]
pub(super) enum Cause {
    Request {
        parameter: Option<&'static str>,
        reason: String,
    },
    Transport(TransportError),
    Token {
        scheme: &'static str,
        error: TokenError,
    },
    Timeout {
        whole: bool,
        after: Duration,
    },
    TooLarge {
        limit: usize,
    },
    Api,
    Decode(Box<DecodeError>),
    Paging {
        reason: String,
    },
}

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request could not be made from what was given; nothing was sent.
    Request,
    /// A token that the request needs could not be had.
    Token,
    /// There was no response, or it broke off.
    Transport,
    /// The time was up.
    Timeout,
    /// The server answered with an error.
    Api,
    /// The response is not as the API's description says.
    Decode,
    /// The pages do not follow each other as they should.
    Paging,
}

/// Which time was up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// That of one attempt, or that of a transport of its own: `attempt_timeout`.
    Attempt,
    /// That of the whole call, with its pauses and all its attempts: `timeout`.
    Call,
}

impl Fault {
    fn new(cause: Cause) -> Self {
        Fault {
            operation: "",
            cause,
            reply: None,
            attempts: 0,
        }
    }

    pub(super) fn request(parameter: Option<&'static str>, reason: String) -> Self {
        Fault::new(Cause::Request { parameter, reason })
    }

    pub(super) fn transport(error: TransportError) -> Self {
        Fault::new(Cause::Transport(error))
    }

    pub(super) fn token(scheme: &'static str, error: TokenError) -> Self {
        Fault::new(Cause::Token { scheme, error })
    }

    pub(super) fn timeout(whole: bool, after: Duration) -> Self {
        Fault::new(Cause::Timeout { whole, after })
    }

    pub(super) fn too_large(limit: usize) -> Self {
        Fault::new(Cause::TooLarge { limit })
    }

    pub(super) fn api(reply: Reply) -> Self {
        Fault {
            operation: reply.operation(),
            attempts: reply.attempts(),
            reply: Some(Box::new(reply)),
            ..Fault::new(Cause::Api)
        }
    }

    pub(super) fn decode(error: DecodeError, reply: Reply) -> Self {
        Fault {
            operation: reply.operation(),
            attempts: reply.attempts(),
            reply: Some(Box::new(reply)),
            ..Fault::new(Cause::Decode(Box::new(error)))
        }
    }

    pub(super) fn paging(reason: String, reply: Reply) -> Self {
        Fault {
            operation: reply.operation(),
            attempts: reply.attempts(),
            reply: Some(Box::new(reply)),
            ..Fault::new(Cause::Paging { reason })
        }
    }

    // [events list]
    /// The same, of a response that had begun.
    pub(super) fn of(mut self, reply: &Reply) -> Self {
        self.operation = reply.operation();
        self.attempts = reply.attempts();
        self.reply = Some(Box::new(reply.clone()));
        self
    }
    // [end]

    pub(super) fn kind(&self) -> ErrorKind {
        match &self.cause {
            Cause::Request { .. } => ErrorKind::Request,
            Cause::Token { .. } => ErrorKind::Token,
            Cause::Transport(error) if error.stage() == Stage::Timeout => ErrorKind::Timeout,
            Cause::Transport(_) | Cause::TooLarge { .. } => ErrorKind::Transport,
            Cause::Timeout { .. } => ErrorKind::Timeout,
            Cause::Api => ErrorKind::Api,
            Cause::Decode(_) => ErrorKind::Decode,
            Cause::Paging { .. } => ErrorKind::Paging,
        }
    }

    pub(super) fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Transport(error) => error.source(),
            Cause::Token { error, .. } => Some(error.cause()),
            Cause::Decode(error) => Some(&**error),
            Cause::Request { .. }
            | Cause::Timeout { .. }
            | Cause::TooLarge { .. }
            | Cause::Api
            | Cause::Paging { .. } => None,
        }
    }

    fn say(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Request {
                parameter: Some(name),
                reason,
            } => write!(f, "the parameter `{name}` {reason}"),
            Cause::Request {
                parameter: None,
                reason,
            } => f.write_str(reason),
            Cause::Transport(error) => Display::fmt(error, f),
            Cause::Token { scheme, error } => write!(f, "no token for `{scheme}`: {error}"),
            Cause::Timeout {
                whole: false,
                after,
            } => write!(f, "no response within {after:?}"),
            Cause::Timeout { whole: true, after } => write!(f, "not done within {after:?}"),
            Cause::TooLarge { limit } => write!(f, "the response is larger than {limit} bytes"),
            Cause::Api => match self.reply.as_deref().and_then(Reply::message) {
                Some(message) => write!(f, "{message}"),
                None => f.write_str("no explanation given"),
            },
            Cause::Decode(error) => Display::fmt(error, f),
            Cause::Paging { reason } => f.write_str(reason),
        }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.operation.is_empty() {
            write!(f, "{}: ", self.operation)?;
        }
        if let (Cause::Api | Cause::Decode(_), Some(reply)) = (&self.cause, &self.reply) {
            write!(f, "HTTP {}: ", reply.status_code())?;
        }
        self.say(f)?;
        match self.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " (after {attempts} attempts)"),
        }
    }
}
