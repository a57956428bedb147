//! Trouble on demand. In: rules about which call meets which fault; out: what happens to one call. Invariant: a rule sees
//! only the number of a call, from 0 on, so that a run can be repeated exactly.

use super::answer::{Said, put};
use super::problem::{Place, Problem};
use super::received::Received;
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use std::fmt::{self, Debug, Formatter};
use std::ops::{Bound as End, RangeBounds};
use std::sync::Arc;
use std::time::Duration;

/// Something that goes wrong, and with which calls: all of them, unless told otherwise.
#[derive(Clone, Debug)]
pub struct Fault {
    kind: Kind,
    headers: Vec<(String, String)>,
    body: Option<(&'static str, Bytes)>,
    delay: Duration,
    operation: Option<String>,
    from: u64,
    /// The first call past the rule; `None` for a rule that never ends.
    until: Option<u64>,
}

#[derive(Clone)]
enum Kind {
    /// Nothing but a delay.
    Delay,
    Status(u16),
    Answer(Respond),
    Damage(Damage),
}

/// Answers a request by itself.
type Respond = Arc<dyn Fn(&Received) -> http::Response<Bytes> + Send + Sync>;

/// What happens to an answer on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// Half of the body is sent, then the connection ends.
    Cut,
    /// The connection is reset before anything is sent.
    Reset,
    /// The body is what no JSON is.
    Malformed,
    /// The length told is not that of the body.
    Length(u64),
    /// The body is sent in pieces, with pauses between them.
    Slow(usize, Duration),
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Fault {
            kind,
            headers: Vec::new(),
            body: None,
            delay: Duration::ZERO,
            operation: None,
            from: 0,
            until: None,
        }
    }

    /// Answers with this status: with the document's example of that error where it has one, and else with a problem (RFC 9457).
    /// [`Server::on_problem`](super::Server::on_problem) says it in other words. A number that is no status becomes 500.
    pub fn status(status: u16) -> Self {
        Fault::new(Kind::Status(status))
    }

    /// Waits before it answers; goes together with every other fault.
    pub fn delay(time: Duration) -> Self {
        let mut fault = Fault::new(Kind::Delay);
        fault.delay = time;
        fault
    }

    /// Tells the length of the whole body, sends half of it and ends the connection.
    pub fn cut() -> Self {
        Fault::new(Kind::Damage(Damage::Cut))
    }

    /// Resets the connection instead of answering.
    pub fn reset() -> Self {
        Fault::new(Kind::Damage(Damage::Reset))
    }

    /// Answers with JSON that ends too early.
    pub fn malformed() -> Self {
        Fault::new(Kind::Damage(Damage::Malformed))
    }

    /// Tells this length, whatever that of the body is.
    pub fn content_length(bytes: u64) -> Self {
        Fault::new(Kind::Damage(Damage::Length(bytes)))
    }

    /// Sends the body in pieces of so many bytes, with a pause after each.
    pub fn slow_body(bytes: usize, pause: Duration) -> Self {
        Fault::new(Kind::Damage(Damage::Slow(bytes.max(1), pause)))
    }

    /// Answers by itself.
    pub fn answer(
        respond: impl Fn(&Received) -> http::Response<Bytes> + Send + Sync + 'static,
    ) -> Self {
        Fault::new(Kind::Answer(Arc::new(respond)))
    }

    /// The same with a header of the answer, in place of one of its name.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same with this body, of a status.
    #[must_use]
    pub fn body(mut self, media: &'static str, body: impl Into<Bytes>) -> Self {
        self.body = Some((media, body.into()));
        self
    }

    /// The same, and it waits before it answers.
    #[must_use]
    pub fn after(mut self, time: Duration) -> Self {
        self.delay += time;
        self
    }

    /// Only for the calls in a range, counted from 0: `1..=2` are the second and the third.
    #[must_use]
    pub fn on(mut self, calls: impl RangeBounds<u64>) -> Self {
        self.from = match calls.start_bound() {
            End::Included(first) => *first,
            End::Excluded(before) => before.saturating_add(1),
            End::Unbounded => 0,
        };
        self.until = match calls.end_bound() {
            End::Included(last) => Some(last.saturating_add(1)),
            End::Excluded(end) => Some(*end),
            End::Unbounded => None,
        };
        self
    }

    /// Only for calls of the operation with this id; its calls alone are counted.
    #[must_use]
    pub fn of(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Whether it is one for a call: its number among all, and among those of its operation.
    fn covers(&self, operation: Option<&str>, all: u64, own: u64) -> bool {
        let number = match &self.operation {
            None => all,
            Some(id) if operation == Some(id) => own,
            Some(_) => return false,
        };
        self.from <= number && self.until.is_none_or(|until| number < until)
    }
}

/// What the faults make of one call.
pub(super) struct Effect<'a> {
    pub(super) delay: Duration,
    /// The fault that answers it, or damages the answer: the first one.
    pub(super) fault: Option<&'a Fault>,
}

/// The faults of one call. Delays add up; of the others the first one wins.
pub(super) fn effect<'a>(
    faults: &'a [Fault],
    operation: Option<&str>,
    all: u64,
    own: u64,
) -> Effect<'a> {
    let mut effect = Effect {
        delay: Duration::ZERO,
        fault: None,
    };
    for fault in faults
        .iter()
        .filter(|fault| fault.covers(operation, all, own))
    {
        match fault.kind {
            Kind::Delay => effect.delay += fault.delay,
            Kind::Status(_) | Kind::Answer(_) | Kind::Damage(_) if effect.fault.is_none() => {
                effect.delay += fault.delay;
                effect.fault = Some(fault);
            }
            Kind::Status(_) | Kind::Answer(_) | Kind::Damage(_) => {}
        }
    }
    effect
}

impl Fault {
    pub(super) fn damage(&self) -> Option<Damage> {
        match self.kind {
            Kind::Damage(damage) => Some(damage),
            Kind::Delay | Kind::Status(_) | Kind::Answer(_) => None,
        }
    }

    /// The answer, where it has one of its own.
    pub(super) fn instead(
        &self,
        received: &Received,
        voice: &dyn Fn(&Problem) -> http::Response<Bytes>,
    ) -> Option<http::Response<Bytes>> {
        Some(match &self.kind {
            Kind::Delay | Kind::Damage(_) => return None,
            Kind::Answer(respond) => respond(received),
            Kind::Status(status) => match &self.body {
                Some((media, body)) => Said::bytes(*status, media, body).response(),
                None => {
                    let problem = Problem::new(*status, Place::Fault, "this was asked for");
                    voice(&problem.of(received.operation()))
                }
            },
        })
    }

    pub(super) fn stamp(&self, response: &mut http::Response<Bytes>) {
        put(response.headers_mut(), &self.headers);
    }
}

/// Makes a body what no JSON is.
pub(super) fn malform(response: &mut http::Response<Bytes>) {
    let half = response.body().len() / 2;
    let mut body = response.body()[..half].to_vec();
    // Half of a number would be a number, and nothing at all may be right.
    body.extend_from_slice(b"{\"");
    *response.body_mut() = Bytes::from(body);
    response.headers_mut().remove(CONTENT_LENGTH);
}

impl Debug for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Delay => f.write_str("Delay"),
            Kind::Status(status) => write!(f, "Status({status})"),
            Kind::Answer(_) => f.write_str("Answer"),
            Kind::Damage(damage) => damage.fmt(f),
        }
    }
}
