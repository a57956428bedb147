//! Dates and times as types of the `jiff` crate. In: text as servers write it; out: a point in time, a day, a time of day
//! or a span. Invariant: what is printed is RFC 3339, or ISO 8601 for spans.

use super::formatted::TextFormat;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

impl TextFormat for Timestamp {
    const NAME: &'static str = "a point in time";

    /// Also takes a missing offset as UTC, and a day as its first moment in UTC.
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let exact = text.parse::<Timestamp>();
        let civil = || text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok();
        match exact {
            Ok(timestamp) => Ok(timestamp),
            Err(error) => match civil() {
                Some(zoned) => Ok(zoned.timestamp()),
                None => Err(error.to_string()),
            },
        }
    }

    fn matches(text: &str) -> bool {
        text.parse::<Timestamp>().is_ok()
    }

    fn print(&self) -> String {
        self.to_string()
    }
}

impl TextFormat for Date {
    const NAME: &'static str = "a date";

    /// Also takes a point in time, of which it is the day.
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let day = text.split(['T', 't', ' ']).next().unwrap_or(text);
        day.parse().map_err(|error: jiff::Error| error.to_string())
    }

    fn matches(text: &str) -> bool {
        text.len() == 10 && text.parse::<Date>().is_ok()
    }

    fn print(&self) -> String {
        self.to_string()
    }
}

impl TextFormat for Time {
    const NAME: &'static str = "a time of day";

    /// An offset is passed over.
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let bare = match text.find(['Z', 'z', '+', '-']) {
            Some(offset) => &text[..offset],
            None => text,
        };
        bare.parse().map_err(|error: jiff::Error| error.to_string())
    }

    fn matches(text: &str) -> bool {
        text.as_bytes().get(2) == Some(&b':') && Self::parse(text).is_ok()
    }

    fn print(&self) -> String {
        self.to_string()
    }
}

impl TextFormat for Span {
    const NAME: &'static str = "a duration";

    fn parse(text: &str) -> Result<Self, String> {
        text.trim()
            .parse()
            .map_err(|error: jiff::Error| error.to_string())
    }

    fn print(&self) -> String {
        self.to_string()
    }
}
