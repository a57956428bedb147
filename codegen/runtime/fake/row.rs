//! What the document says about an operation beyond its [`Endpoint`], as a table. In: nothing; out: constants that the
//! emitted modules fill in. Invariant: everything here is `'static` and plain data.

use super::expect::Expect;
use super::problem::Problem;
use super::received::Received;
use crate::runtime::endpoint::{Encoding, Endpoint};

/// An operation, as a server sees it.
#[derive(Debug)]
pub struct Row {
    /// The table that the client has of it.
    pub endpoint: &'static Endpoint,
    /// What the value of each parameter looks like, by number.
    pub parameters: &'static [Expect],
    /// The bodies of a request, by number.
    pub payloads: &'static [Payload],
    /// Whether there must be a body.
    pub body_required: bool,
    /// Whether the parameters and the body can be read into their types.
    pub reads: fn(&Received) -> Result<(), Problem>,
    /// The status of success.
    pub status: u16,
    /// The media type of the answer; empty without a body.
    pub media: &'static str,
    /// The answer of the document.
    pub body: &'static str,
    /// The errors of the document, those of one status before those of several.
    pub failures: &'static [Failure],
}

/// What the document answers with some statuses.
#[derive(Debug)]
pub struct Failure {
    /// The first and the last of them.
    pub statuses: (u16, u16),
    /// The media type of the example; empty where there is none.
    pub media: &'static str,
    /// The example.
    pub body: &'static str,
}

/// A body of a request.
#[derive(Debug)]
pub struct Payload {
    /// Its media type, or a range of them.
    pub media: &'static str,
    /// How it is written.
    pub form: Form,
    /// How its properties are written, where it is a form or has parts.
    pub encodings: &'static [Encoding],
    /// What its properties look like, where it is a form or has parts; what is demanded of JSON beyond its type.
    pub expect: Expect,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JSON.
    Json,
    /// `application/x-www-form-urlencoded`
    Pairs,
    /// `multipart/form-data`
    Parts,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl Row {
    /// An operation without parameters and bodies.
    pub const fn new(
        endpoint: &'static Endpoint,
        reads: fn(&Received) -> Result<(), Problem>,
        status: u16,
    ) -> Self {
        Row {
            endpoint,
            parameters: &[],
            payloads: &[],
            body_required: false,
            reads,
            status,
            media: "",
            body: "",
            failures: &[],
        }
    }

    /// With parameters.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [Expect]) -> Self {
        self.parameters = parameters;
        self
    }

    /// With bodies, one of which may come, or must.
    #[must_use]
    pub const fn payloads(mut self, required: bool, payloads: &'static [Payload]) -> Self {
        self.body_required = required;
        self.payloads = payloads;
        self
    }

    /// With an answer that has a body.
    #[must_use]
    pub const fn answers(mut self, media: &'static str, body: &'static str) -> Self {
        self.media = media;
        self.body = body;
        self
    }

    /// With errors.
    #[must_use]
    pub const fn fails(mut self, failures: &'static [Failure]) -> Self {
        self.failures = failures;
        self
    }

    /// The error with a status, if the document has an example of it.
    pub(super) fn failure(&self, status: u16) -> Option<&'static Failure> {
        let mut failures = self.failures.iter();
        let found = failures.find(|one| (one.statuses.0..=one.statuses.1).contains(&status));
        found.filter(|one| !one.media.is_empty())
    }
}

impl Failure {
    /// The example for one status, in JSON.
    pub const fn json(status: u16, body: &'static str) -> Self {
        Failure::new(status, status, "application/json", body)
    }

    /// The example for statuses from one to another.
    pub const fn new(first: u16, last: u16, media: &'static str, body: &'static str) -> Self {
        Failure {
            statuses: (first, last),
            media,
            body,
        }
    }
}

impl Payload {
    /// A body that is read as one.
    pub const fn new(media: &'static str, form: Form) -> Self {
        Payload {
            media,
            form,
            encodings: &[],
            expect: Expect::ANY,
        }
    }

    /// The same with properties.
    #[must_use]
    pub const fn of(mut self, encodings: &'static [Encoding], expect: Expect) -> Self {
        self.encodings = encodings;
        self.expect = expect;
        self
    }
}
