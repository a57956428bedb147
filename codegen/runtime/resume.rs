//! Downloads that go on after a break. In: a response on its way, and the call that it answers; out: its bytes, over as many
//! connections as it takes. Invariant: all bytes are of one content; what changed on the way is an error.

use super::call::Call;
use super::execute::{Engine, Reached};
use super::fault::{Cause, Fault};
use super::incoming::{Incoming, Source};
use super::progress::content_range;
use super::reply::Reply;
use super::retry::http_date;
use super::transport::{BoxFuture, Stage, TransportError};
use bytes::Bytes;
use http::StatusCode;
use std::time::Duration;

/// Has the body of a response go on after a break, where that is safe: the response to a GET, as it is and as long as it
/// says, of a content that can be told from another by a strong `ETag` or `Last-Modified`.
pub(super) fn resumable(call: Call, engine: fn(&Call) -> Engine, mut reached: Reached) -> Reached {
    let Some(incoming) = reached.rest.take() else {
        return reached;
    };
    let reply = &reached.reply;
    let ranged = |(name, _): &(String, String)| name.eq_ignore_ascii_case("range");
    let whole = reply.status_code() == StatusCode::OK && !call.headers.0.iter().any(ranged);
    let total = reply.header("content-length");
    let total = total.and_then(|text| text.trim().parse().ok());
    let plain = reply.header("content-encoding").is_none_or(is_plain);
    let offer = reply.header("accept-ranges");
    let possible = whole && plain && offer != Some("none") && call.endpoint.method == "GET";
    reached.rest = Some(match (Validator::of(reply), total) {
        (Some(validator), Some(total)) if possible => Incoming::new(Resuming {
            incoming,
            call,
            engine,
            validator,
            offered: offer == Some("bytes"),
            at: 0,
            total,
            tries: 0,
        }),
        _ => incoming,
    });
    reached
}

fn is_plain(encoding: &str) -> bool {
    encoding.trim().eq_ignore_ascii_case("identity")
}

/// What a content is known by (RFC 9110, section 8.8).
#[derive(Clone, Debug, PartialEq, Eq)]
enum Validator {
    Tag(String),
    Date(String),
}

impl Validator {
    fn of(reply: &Reply) -> Option<Self> {
        if let Some(tag) = reply.header("etag") {
            let strong = tag.starts_with('"');
            return strong.then(|| Validator::Tag(tag.to_owned()));
        }
        let text = reply.header("last-modified")?;
        // A date is strong if the content could not change again within its second.
        let (modified, sent) = (http_date(text)?, http_date(reply.header("date")?)?);
        let strong = sent >= modified + Duration::from_secs(1);
        strong.then(|| Validator::Date(text.to_owned()))
    }

    fn text(&self) -> &str {
        match self {
            Validator::Tag(text) | Validator::Date(text) => text,
        }
    }

    /// Whether a response says of itself that it is of another content.
    fn differs(&self, reply: &Reply) -> bool {
        let other = match self {
            Validator::Tag(_) => reply.header("etag"),
            Validator::Date(_) => reply.header("last-modified"),
        };
        other.is_some_and(|other| other != self.text())
    }
}

/// A download that goes on after a break.
struct Resuming {
    incoming: Incoming,
    call: Call,
    engine: fn(&Call) -> Engine,
    validator: Validator,
    /// Whether the server said that it gives parts.
    offered: bool,
    /// How many bytes there were.
    at: u64,
    total: u64,
    /// How often it was taken up since the last byte.
    tries: u32,
}

impl Resuming {
    async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        loop {
            match self.incoming.chunk().await {
                Ok(Some(chunk)) => {
                    self.at += chunk.len() as u64;
                    if self.at > self.total {
                        return Err(self.lost("there are more"));
                    }
                    self.tries = 0;
                    return Ok(Some(chunk));
                }
                // A part may be shorter than what was asked for.
                Ok(None) if self.at < self.total => {
                    let short = TransportError::new(Stage::Exchange, "the body ended early");
                    self.incoming = self.again(short).await?;
                }
                Ok(None) => return Ok(None),
                Err(error) => self.incoming = self.again(error).await?,
            }
        }
    }

    /// The rest of the content, after a break.
    async fn again(&mut self, broken: TransportError) -> Result<Incoming, TransportError> {
        let policy = self.call.retry.unwrap_or(self.call.core.settings().retry);
        let engine = (self.engine)(&self.call);
        self.tries += 1;
        let pause = policy.pause(self.tries, None, engine.clock.random());
        let Some(pause) = pause.filter(|_| self.at < self.total) else {
            return Err(broken);
        };
        engine.clock.sleep(pause).await;
        let mut call = self.call.clone();
        call.header("range", format!("bytes={}-", self.at));
        call.header("if-range", self.validator.text());
        call.header("accept-encoding", "identity");
        let reached = engine.run(call, Some(|_| true)).await;
        let Reached { reply, rest } = reached.map_err(|fault| error_of(*fault))?;
        let encoding = reply.header("content-encoding");
        let changed = self.validator.differs(&reply) || !encoding.is_none_or(is_plain);
        match (reply.status_code(), content_range(reply.headers())) {
            (StatusCode::PARTIAL_CONTENT, Some((start, total)))
                if !changed && start == self.at && total.is_none_or(|all| all == self.total) =>
            {
                Ok(rest.unwrap_or_else(Incoming::empty))
            }
            // It gives no parts, and never said that it does.
            (StatusCode::OK, _) if !changed && !self.offered => Err(broken),
            (StatusCode::OK | StatusCode::PARTIAL_CONTENT, _) => {
                Err(self.lost("the content has changed since; the download must begin again"))
            }
            (status, _) => Err(self.lost(&format!("the server answered HTTP {status}"))),
        }
    }

    fn lost(&self, reason: &str) -> TransportError {
        let place = format!("broken off after {} of {} bytes", self.at, self.total);
        TransportError::new(Stage::Exchange, format!("{place}, and {reason}"))
    }
}

impl Source for Resuming {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(self.next())
    }
}

fn error_of(fault: Fault) -> TransportError {
    match fault.cause {
        Cause::Transport(error) => error,
        Cause::Timeout { .. } => TransportError::new(Stage::Timeout, fault.to_string()),
        _ => TransportError::new(Stage::Exchange, fault.to_string()),
    }
}
