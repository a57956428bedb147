//! In: `deprecated`, `x-sunset` and `x-stability-level` of both sides. Out: findings about them. Invariant: a day is
//! compared with the day the comparison was asked for, never with a clock read on the way.

use serde_json::Value;

use super::super::facts::operations::At;
use super::super::report::Wire;
use super::super::rules::{Rule, Subject};
use super::{Both, Context, Differ, Draft, at_spot, key_spot, short};

/// What is said about the end of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sunset {
    /// Nothing.
    None,
    /// Something that is no date.
    Invalid,
    /// A day, counted from 1970-01-01.
    Day(i64),
}

impl Sunset {
    /// Reads `x-sunset`.
    pub(super) fn read(value: Option<&Value>) -> Self {
        match value {
            None => Self::None,
            Some(value) => value
                .as_str()
                .and_then(day)
                .map_or(Self::Invalid, Self::Day),
        }
    }
}

/// How a thing that may be deprecated is called in rule ids.
pub(super) struct Family {
    /// Became deprecated, without and with a sunset.
    pub(super) deprecated: [&'static str; 2],
    /// Became deprecated with something that is no date.
    pub(super) deprecated_invalid: &'static str,
    /// Is no longer deprecated.
    pub(super) reactivated: &'static str,
    /// Stays deprecated without its sunset.
    pub(super) deleted: &'static str,
    /// Stays deprecated with something that is no date.
    pub(super) invalid: &'static str,
    /// Stays deprecated with a day that has passed.
    pub(super) too_small: &'static str,
    /// Stays deprecated with another day.
    pub(super) moved: &'static str,
}

/// The rules for operations.
pub(super) const OPERATION: Family = Family {
    deprecated: ["endpoint-deprecated", "endpoint-deprecated-with-sunset"],
    deprecated_invalid: "api-deprecated-sunset-parse",
    reactivated: "endpoint-reactivated",
    deleted: "sunset-deleted",
    invalid: "api-path-sunset-parse",
    too_small: "api-sunset-date-changed-too-small",
    moved: "api-sunset-date-changed",
};

/// The rules for parameters.
pub(super) const PARAMETER: Family = Family {
    deprecated: [
        "request-parameter-deprecated",
        "request-parameter-deprecated",
    ],
    deprecated_invalid: "request-parameter-sunset-parse",
    reactivated: "request-parameter-reactivated",
    deleted: "request-parameter-sunset-deleted",
    invalid: "request-parameter-sunset-parse",
    too_small: "request-parameter-sunset-date-changed-too-small",
    moved: "request-parameter-sunset-date-changed",
};

/// The stability levels, the least stable first.
const LEVELS: [&str; 4] = ["draft", "alpha", "beta", "stable"];

impl<'a> Differ<'a> {
    /// Compares the deprecation of an operation or a parameter.
    pub(super) fn life(
        &mut self,
        part: u32,
        family: &Family,
        name: &str,
        base: &At<'a>,
        revision: &At<'a>,
    ) {
        let sunset = |at: &At<'_>| Sunset::read(at.value.get("x-sunset"));
        let (was, is) = (base.flag("deprecated"), revision.flag("deprecated"));
        let (old, new) = (sunset(base), sunset(revision));
        let (id, key) = match (was, is) {
            (false, false) => return,
            (true, false) => (family.reactivated, "deprecated"),
            (false, true) => match new {
                Sunset::None => (family.deprecated[0], "deprecated"),
                Sunset::Day(_) => (family.deprecated[1], "deprecated"),
                Sunset::Invalid => (family.deprecated_invalid, "x-sunset"),
            },
            (true, true) => match (old, new) {
                (old, new) if old == new => return,
                (Sunset::Invalid, _) | (_, Sunset::Invalid) => (family.invalid, "x-sunset"),
                (Sunset::Day(_), Sunset::None) => (family.deleted, "x-sunset"),
                (Sunset::Day(_), Sunset::Day(day)) if day < self.today => {
                    (family.too_small, "x-sunset")
                }
                (_, _) => (family.moved, "x-sunset"),
            },
        };
        let rule = Rule::special(id);
        let detail = revision.value.get("x-sunset").map_or(String::new(), short);
        let draft = Draft::new(rule, key_spot(base, key), key_spot(revision, key), name);
        self.direct(part, draft.detail(detail));
    }

    /// Compares the stability of an operation. Says the most that a change of it can mean.
    pub(super) fn stability(&mut self, part: u32, base: &At<'a>, revision: &At<'a>) -> Wire {
        let key = "x-stability-level";
        let (old, new) = (base.value.get(key), revision.value.get(key));
        let highest = promised(old);
        if old == new {
            return highest;
        }
        let (old, new) = (level(old), level(new));
        let id = match (old, new) {
            (_, None) | (None, _) => "api-invalid-stability-level",
            (Some(old), Some(new)) if new < old => "api-stability-decreased",
            (Some(old), Some(new)) if new > old => "api-stability-increased",
            _ => return highest,
        };
        let rule = Rule::special(id);
        let draft = Draft::new(rule, key_spot(base, key), key_spot(revision, key), "");
        self.direct(part, draft);
        highest
    }

    /// What the removal of an operation is called, and its rule.
    pub(super) fn removal(&self, at: &At<'_>, whole_path: bool) -> &'static str {
        let sunset = Sunset::read(at.value.get("x-sunset"));
        match (at.flag("deprecated"), sunset, whole_path) {
            (false, _, true) => "api-path-removed-without-deprecation",
            (false, _, false) => "api-removed-without-deprecation",
            (true, Sunset::Invalid, _) => "api-path-sunset-parse",
            (true, Sunset::Day(day), true) if day > self.today => "api-path-removed-before-sunset",
            (true, Sunset::Day(day), false) if day > self.today => "api-removed-before-sunset",
            (true, _, true) => "api-path-removed-with-deprecation",
            (true, _, false) => "api-removed-with-deprecation",
        }
    }

    /// Compares the deprecation and stability of a schema.
    pub(super) fn deprecation(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        let facet = match (old.deprecated, new.deprecated) {
            (false, true) => match Sunset::read(new.sunset) {
                Sunset::None => Some("deprecated"),
                Sunset::Invalid => Some("deprecated-sunset-invalid"),
                Sunset::Day(_) => Some("deprecated-with-sunset"),
            },
            (true, false) => Some("reactivated"),
            _ => None,
        };
        if let Some(facet) = facet {
            let detail = new.sunset.map_or(String::new(), short);
            self.facet(context, facet, "deprecated", detail);
        }
        let property = matches!(
            context.pair.subject,
            Subject::RequestProperty | Subject::ResponseProperty
        );
        match (level(old.stability), level(new.stability)) {
            (Some(old), Some(new)) if property && new < old => {
                self.facet(context, "stability-decreased", "x-stability-level", "");
            }
            (Some(old), Some(new)) if property && new > old => {
                self.facet(context, "stability-increased", "x-stability-level", "");
            }
            _ => {}
        }
    }
}

/// What a vendor who calls something a draft has promised about it: nothing that can break.
pub(super) fn promised(stability: Option<&Value>) -> Wire {
    match level(stability) {
        Some(0 | 1) => Wire::Risky,
        _ => Wire::Breaking,
    }
}

/// The rank of a stability level; nothing said is stable.
fn level(value: Option<&Value>) -> Option<usize> {
    match value {
        None => Some(LEVELS.len() - 1),
        Some(value) => LEVELS.iter().position(|level| value == level),
    }
}

/// The place of an operation that is gone or new.
pub(super) fn spot(at: &At<'_>) -> super::Spot {
    at_spot(at)
}

/// The day of a date (`2026-12-01`) or a timestamp (RFC 3339), counted from 1970-01-01.
pub(in crate::review) fn day(text: &str) -> Option<i64> {
    let date = text.get(..10)?;
    if text.len() > 10 && !matches!(text.as_bytes()[10], b'T' | b't' | b' ') {
        return None;
    }
    let mut parts = date.split('-');
    let mut number = || parts.next()?.parse::<i64>().ok();
    let (year, month, day) = (number()?, number()?, number()?);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| days(year, month, day))
}

/// Days since 1970-01-01 in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March end with the leap day.
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (month * 306 + 5) / 10 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::{Sunset, day};

    #[test]
    fn days_are_counted() {
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2000-03-01"), Some(11_017));
        assert_eq!(day("2026-12-01T12:00:00Z"), Some(20_788));
        assert_eq!(day("tomorrow"), None);
        assert_eq!(day("2026-13-01"), None);
        assert_eq!(Sunset::read(Some(&7.into())), Sunset::Invalid);
    }
}
