//! Trouble on demand: which request meets which fault.
//!
//! Input: rules over request numbers, built in code or parsed from text such as `429=2s@3..5`. Output: the [`Effect`] on one
//! request. Invariant: a rule sees only the request's number (from 0, per server), so a run can be repeated exactly.

use std::fmt;
use std::ops::{Bound, RangeBounds};
use std::str::FromStr;
use std::time::Duration;

/// What can go wrong with one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Answer 429 and ask the client to come back after the given time, said as the [`Hint`] says.
    RateLimit(Duration, Hint),
    /// Answer with this status and the vendor's error body for it; an impossible number becomes 500.
    Status(u16),
    /// Send the headers and half of the body, then close the connection.
    Cut,
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

/// What the faults make of one request.
pub(crate) struct Effect {
    pub(crate) delay: Duration,
    pub(crate) act: Act,
}

/// The outcome chosen for one request.
pub(crate) enum Act {
    Serve,
    RateLimit(Duration, Hint),
    Status(u16),
    Cut,
}

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

    pub(crate) fn effect(&self, request: u64) -> Effect {
        let mut effect = Effect {
            delay: Duration::ZERO,
            act: Act::Serve,
        };
        for rule in self.rules.iter().filter(|rule| rule.covers(request)) {
            let act = match &rule.fault {
                Fault::Slow(delay) => {
                    effect.delay += *delay;
                    continue;
                }
                Fault::RateLimit(wait, hint) => Act::RateLimit(*wait, *hint),
                Fault::Status(status) => Act::Status(*status),
                Fault::Cut => Act::Cut,
            };
            if matches!(effect.act, Act::Serve) {
                effect.act = act;
            }
        }
        effect
    }
}

impl Rule {
    fn covers(&self, request: u64) -> bool {
        self.from <= request && self.until.is_none_or(|until| request < until)
    }
}

/// `KIND@REQUESTS`: the kind is `429`, `429=2s`, `cut`, `slow=250ms` or any other status; the requests are `3`, `3..` or
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
            "`{}` is no fault; try 429@3, 429=2s@3..5, cut@2, 502@0..3 or slow=250ms@0..",
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
    use super::{Act, Fault, Faults, Hint};
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

    #[test]
    fn slowness_adds_up_and_the_first_fault_wins() {
        let slow = Fault::Slow(Duration::from_millis(5));
        let faults = Faults::none()
            .on(.., slow.clone())
            .on(1..=1, Fault::Cut)
            .on(.., Fault::Status(500))
            .on(.., slow);
        let (first, second) = (faults.effect(0), faults.effect(1));
        assert_eq!(first.delay, Duration::from_millis(10));
        assert!(matches!(first.act, Act::Status(500)));
        assert!(matches!(second.act, Act::Cut));
    }
}
