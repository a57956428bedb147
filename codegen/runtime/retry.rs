//! When to try again, and when not. In: what came of an attempt; out: how long to wait. Invariant: a request that may
//! have had its effect is repeated only if repeating it has no other.

use super::fault::{Cause, Fault};
use super::transport::Stage;
use http::header::RETRY_AFTER;
use http::{HeaderMap, Method, StatusCode};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How often, and how patiently, a failed request is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    retries: u32,
    base: Duration,
    longest: Duration,
}

impl Default for Retry {
    /// Two more attempts, after up to half a second and up to one; never a pause of more than 20 seconds.
    fn default() -> Self {
        Retry {
            retries: 2,
            base: Duration::from_millis(500),
            longest: Duration::from_secs(20),
        }
    }
}

impl Retry {
    /// No further attempts.
    pub const fn never() -> Self {
        Retry {
            retries: 0,
            base: Duration::ZERO,
            longest: Duration::ZERO,
        }
    }

    /// This many further attempts.
    #[must_use]
    pub const fn with_retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    /// The longest first pause; each further one may be twice as long.
    #[must_use]
    pub const fn with_base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// The longest pause. If the server asks for a longer one, its answer is taken as it is.
    #[must_use]
    pub const fn with_longest(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// A pause that a server asks for, as far as it is not beyond the longest.
    pub(super) fn at_most(&self, asked: Duration) -> Duration {
        asked.min(self.longest)
    }

    /// The pause before the next attempt, after `made` of them; `None` to give up. `asked` is what the server asks for.
    pub(super) fn pause(
        &self,
        made: u32,
        asked: Option<Duration>,
        random: u64,
    ) -> Option<Duration> {
        if made > self.retries {
            return None;
        }
        if let Some(asked) = asked {
            return (asked <= self.longest).then_some(asked);
        }
        let doubled = self.base.saturating_mul(1 << (made - 1).min(20));
        // Full jitter: anything up to the limit, so that clients that failed together do not come back together.
        let share = (random >> 11) as f64 / (1u64 << 53) as f64;
        Some(doubled.min(self.longest).mul_f64(share))
    }
}

/// Statuses that may be different at another time.
pub(super) fn is_transient(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
}

/// Whether doing it twice is as good as doing it once, as far as the method says.
pub(super) fn is_idempotent(method: &Method) -> bool {
    method.is_idempotent() || method.as_str() == "QUERY"
}

/// Whether a response allows the request to be sent again: 429 says that it was not acted upon. `repeatable` says that
/// doing it twice is as good as doing it once.
pub(super) fn may_repeat_after(status: StatusCode, repeatable: bool) -> bool {
    status == StatusCode::TOO_MANY_REQUESTS || (is_transient(status) && repeatable)
}

/// Whether a failure allows the request to be sent again.
pub(super) fn may_repeat(fault: &Fault, repeatable: bool) -> bool {
    match &fault.cause {
        Cause::Transport(error) => match error.stage() {
            Stage::Connect => true,
            Stage::Timeout | Stage::Exchange => repeatable,
        },
        // The request itself was not sent.
        Cause::Token { error, .. } => error.may_pass(),
        Cause::Timeout { whole, .. } => !whole && repeatable,
        Cause::Request { .. }
        | Cause::TooLarge { .. }
        | Cause::Api
        | Cause::Decode(_)
        | Cause::Paging { .. } => false,
    }
}

/// How long the server asks to wait: `Retry-After`, or a header that tells when its limit is lifted.
pub(super) fn wait(headers: &HeaderMap, now: Duration) -> Option<Duration> {
    if let Some(text) = headers
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
    {
        let text = text.trim();
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            // More than there is a number for is as good as never.
            return Some(text.parse().map_or(Duration::MAX, Duration::from_secs));
        }
        // What is neither says nothing.
        if let Some(date) = http_date(text) {
            return Some(date.saturating_sub(now));
        }
    }
    // `X-RateLimit-Reset`, `RateLimit-Reset` and those with more words before, in seconds since 1970 or from now.
    let reset =
        |name: &str| name.ends_with("ratelimit-reset") || name.ends_with("rate-limit-reset");
    let resets = headers.iter().filter(|(name, _)| reset(name.as_str()));
    let times = resets.filter_map(|(_, value)| value.to_str().ok()?.trim().parse::<f64>().ok());
    let waits = times.filter_map(|time| {
        let time = Duration::try_from_secs_f64(time).ok()?;
        Some(if time.as_secs() > 1_000_000_000 {
            time.saturating_sub(now)
        } else {
            time
        })
    });
    waits.max()
}

/// The time since 1970 of a date in one of HTTP's three forms (RFC 9110, 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, and from
/// old servers `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
pub(super) fn http_date(text: &str) -> Option<Duration> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let words: Vec<&str> = match text.split_once(", ") {
        Some((_, date)) => date.split([' ', '-']).collect(),
        None => text.split_whitespace().skip(1).collect(),
    };
    let [day, name, year, time] = match words[..] {
        [day, name, year, time, "GMT"] => [day, name, year, time],
        [name, day, time, year] => [day, name, year, time],
        _ => return None,
    };
    let day: i64 = number(day, 1..=31)?;
    let month = MONTHS.iter().position(|month| *month == name)? as i64 + 1;
    // Two digits stand for the years from 1970 on.
    let year = match year.len() {
        2 => number(year, 70..=99)
            .map(|year| year + 1900)
            .or_else(|| Some(number(year, 0..=69)? + 2000))?,
        _ => number(year, 1970..=9999)?,
    };
    let mut time = time.split(':');
    let hours = number(time.next()?, 0..=23)?;
    let minutes = number(time.next()?, 0..=59)?;
    // A leap second is one.
    let seconds = number(time.next()?, 0..=60)?;
    // Days since 1970 of a civil date, with years that begin in March so that leap days come last.
    let year = if month <= 2 { year - 1 } else { year };
    let era_day = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + era_day - 719_468;
    let seconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    u64::try_from(seconds).ok().map(Duration::from_secs)
}

/// A number that is one of these.
fn number(text: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
    text.parse().ok().filter(|number| range.contains(number))
}

/// Keeps many failing calls from multiplying the load: further attempts are paid for by successes.
#[derive(Debug)]
pub(super) struct Budget(AtomicU32);

impl Budget {
    const FULL: u32 = 100;
    const COST: u32 = 5;

    pub(super) fn new() -> Self {
        Budget(AtomicU32::new(Self::FULL))
    }

    /// Takes what a further attempt costs; false if there is not enough.
    pub(super) fn spend(&self) -> bool {
        let take = |left: u32| left.checked_sub(Self::COST);
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take)
            .is_ok()
    }

    /// A success pays a little in.
    pub(super) fn earn(&self) {
        let add = |left: u32| (left < Self::FULL).then_some(left + 1);
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}
