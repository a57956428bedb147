//! Trouble on demand: which request meets which fault.
//!
//! Input: rules over request numbers, built in code or parsed from text such as `429=2s@3..5`. Output: faults of the generated
//! server. Invariant: a rule sees only the request's number (from 0, per server), so a run can be repeated exactly.

use std::fmt;
use std::ops::{Bound, RangeBounds};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use activity_logs::runtime::fake;

use super::limit::Limiter;

/// What can go wrong with one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Answer 429 and ask the client to come back after the given time, said as the [`Hint`] says.
    RateLimit(Duration, Hint),
    /// Answer with this status and the vendor's error body for it; an impossible number becomes 500.
    Status(u16),
    /// Send the headers and half of the body, then close the connection.
    Cut,
    /// Reset the connection instead of answering.
    Reset,
    /// Send JSON that ends too early.
    Malformed,
    /// Wait before answering; combines with any other fault.
    Slow(Duration),
}

/// How a 429 tells the client when to come back, besides the vendor's own rate-limit headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// `Retry-After` in seconds.
    Seconds,
    /// `Retry-After` as an HTTP date.
    Date,
    /// Nothing but what the vendor documents.
    Documented,
}

/// Which requests of a server meet which [`Fault`]; none by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    rules: Vec<Rule>,
}

/// Text that names no fault, see [`Faults::from_str`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultSyntax(String);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    fault: Fault,
    from: u64,
    /// The first request past the rule; `None` for a rule that never ends.
    until: Option<u64>,
}

impl Faults {
    /// A server that works.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds a fault for the requests in `range`, counted from 0. Where rules overlap, the earlier one wins.
    pub fn on(mut self, range: impl RangeBounds<u64>, fault: Fault) -> Self {
        let from = match range.start_bound() {
            Bound::Included(first) => *first,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let until = match range.end_bound() {
            Bound::Included(last) => Some(last.saturating_add(1)),
            Bound::Excluded(end) => Some(*end),
            Bound::Unbounded => None,
        };
        self.rules.push(Rule { fault, from, until });
        self
    }

    /// All rules of both.
    pub fn and(mut self, other: Self) -> Self {
        self.rules.extend(other.rules);
        self
    }

    /// The same for the server that counts its requests with the limiter.
    pub(crate) fn of(&self, limiter: &Arc<Limiter>) -> Vec<fake::Fault> {
        let rules = self.rules.iter();
        rules.map(|rule| rule.of(Arc::clone(limiter))).collect()
    }
}

impl Rule {
    fn of(&self, limiter: Arc<Limiter>) -> fake::Fault {
        let fault = match self.fault {
            Fault::RateLimit(wait, hint) => {
                fake::Fault::answer(move |_| limiter.too_many(wait, hint))
            }
            Fault::Status(status) => fake::Fault::status(status),
            Fault::Cut => fake::Fault::cut(),
            Fault::Reset => fake::Fault::reset(),
            Fault::Malformed => fake::Fault::malformed(),
            Fault::Slow(delay) => fake::Fault::delay(delay),
        };
        match self.until {
            Some(until) => fault.on(self.from..until),
            None => fault.on(self.from..),
        }
    }
}

/// `KIND@REQUESTS`: the kind is `429`, `429=2s`, `cut`, `reset`, `malformed`, `slow=250ms` or any other status; the requests are `3`, `3..` or
/// `3..5`.
impl FromStr for Faults {
    type Err = FaultSyntax;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || FaultSyntax(text.to_owned());
        let (kind, requests) = text.split_once('@').ok_or_else(wrong)?;
        let fault = parse_fault(kind).ok_or_else(wrong)?;
        let (from, until) = parse_requests(requests).ok_or_else(wrong)?;
        Ok(Self {
            rules: vec![Rule { fault, from, until }],
        })
    }
}

impl fmt::Display for FaultSyntax {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "`{}` is no fault; try 429@3, 429=2s@3..5, cut@2, reset@2, malformed@2, 502@0..3 or slow=250ms@0..",
            self.0
        )
    }
}

impl std::error::Error for FaultSyntax {}

fn parse_fault(kind: &str) -> Option<Fault> {
    let (name, value) = match kind.split_once('=') {
        Some((name, value)) => (name, Some(parse_duration(value)?)),
        None => (kind, None),
    };
    match (name, value) {
        ("429", wait) => Some(Fault::RateLimit(
            wait.unwrap_or(Duration::from_secs(1)),
            Hint::Seconds,
        )),
        ("cut", None) => Some(Fault::Cut),
        ("reset", None) => Some(Fault::Reset),
        ("malformed", None) => Some(Fault::Malformed),
        ("slow", Some(delay)) => Some(Fault::Slow(delay)),
        (status, None) => {
            let status = status.parse().ok()?;
            (400..600)
                .contains(&status)
                .then_some(Fault::Status(status))
        }
        _ => None,
    }
}

fn parse_requests(text: &str) -> Option<(u64, Option<u64>)> {
    let Some((from, until)) = text.split_once("..") else {
        let only = text.parse::<u64>().ok()?;
        return Some((only, Some(only.saturating_add(1))));
    };
    let until = if until.is_empty() {
        None
    } else {
        Some(until.parse().ok()?)
    };
    Some((from.parse().ok()?, until))
}

fn parse_duration(text: &str) -> Option<Duration> {
    if let Some(millis) = text.strip_suffix("ms") {
        return millis.parse().ok().map(Duration::from_millis);
    }
    text.strip_suffix('s')?
        .parse()
        .ok()
        .map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::{Fault, Faults, Hint};
    use std::time::Duration;

    #[test]
    fn text_and_code_build_the_same_rules() {
        let cases = [
            (
                "429@3",
                Faults::none().on(
                    3..4,
                    Fault::RateLimit(Duration::from_secs(1), Hint::Seconds),
                ),
            ),
            (
                "429=2s@3..5",
                Faults::none().on(
                    3..5,
                    Fault::RateLimit(Duration::from_secs(2), Hint::Seconds),
                ),
            ),
            ("cut@2..", Faults::none().on(2.., Fault::Cut)),
            ("reset@0", Faults::none().on(..1, Fault::Reset)),
            ("malformed@1", Faults::none().on(1..=1, Fault::Malformed)),
            ("502@0..3", Faults::none().on(..3, Fault::Status(502))),
            (
                "slow=250ms@0..",
                Faults::none().on(.., Fault::Slow(Duration::from_millis(250))),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "", "cut", "cut=1s@0", "slow@0", "200@0", "429@", "429@a..b", "slow=1@0", "999@1",
        ] {
            assert!(text.parse::<Faults>().is_err(), "{text}");
        }
    }
}
