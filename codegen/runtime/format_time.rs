//! Dates and times as types of the `time` crate. In: text as servers write it; out: a point in time, a day, a time of day
//! or a duration. Invariant: what is printed is RFC 3339, or ISO 8601 for durations.

use super::formatted::TextFormat;
use super::iso_duration;
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, Time};

/// Text with a `T` between day and time.
fn normal(text: &str) -> String {
    let text = text.trim();
    match text.as_bytes().get(10) {
        Some(b' ' | b't') => format!("{}T{}", &text[..10], &text[11..]).replace('z', "Z"),
        _ => text.to_owned(),
    }
}

impl TextFormat for OffsetDateTime {
    const NAME: &'static str = "a point in time";

    /// Also takes a missing offset as UTC, and a day as its first moment in UTC.
    fn parse(text: &str) -> Result<Self, String> {
        let text = normal(text);
        let civil = || PrimitiveDateTime::parse(&text, &Iso8601::DEFAULT).ok();
        let day = || {
            Date::parse(&text, &Iso8601::DEFAULT)
                .ok()
                .map(Date::midnight)
        };
        match OffsetDateTime::parse(&text, &Rfc3339) {
            Ok(time) => Ok(time),
            Err(error) => match civil().or_else(day) {
                Some(civil) => Ok(civil.assume_utc()),
                None => Err(error.to_string()),
            },
        }
    }

    fn matches(text: &str) -> bool {
        OffsetDateTime::parse(text, &Rfc3339).is_ok()
    }

    fn print(&self) -> String {
        // Only years beyond 9999 have no such text.
        self.format(&Rfc3339).unwrap_or_else(|_| self.to_string())
    }
}

impl TextFormat for Date {
    const NAME: &'static str = "a date";

    /// Also takes a point in time, of which it is the day.
    fn parse(text: &str) -> Result<Self, String> {
        let text = normal(text);
        let day = text.split('T').next().unwrap_or(&text);
        Date::parse(day, &Iso8601::DEFAULT).map_err(|error| error.to_string())
    }

    fn matches(text: &str) -> bool {
        text.len() == 10 && Date::parse(text, &Iso8601::DEFAULT).is_ok()
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
        let bare = text.split(['Z', 'z', '+', '-']).next().unwrap_or(text);
        Time::parse(bare, &Iso8601::DEFAULT).map_err(|error| error.to_string())
    }

    fn matches(text: &str) -> bool {
        text.as_bytes().get(2) == Some(&b':') && <Time as TextFormat>::parse(text).is_ok()
    }

    fn print(&self) -> String {
        let (hour, minute, second, nano) = self.as_hms_nano();
        let fraction = format!(".{nano:09}");
        let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
        format!("{hour:02}:{minute:02}:{second:02}{fraction}")
    }
}

impl TextFormat for Duration {
    const NAME: &'static str = "a duration";

    fn parse(text: &str) -> Result<Self, String> {
        iso_duration::parse(text).map(|(seconds, nanos)| Duration::new(seconds, nanos))
    }

    fn print(&self) -> String {
        iso_duration::print((self.whole_seconds(), self.subsec_nanoseconds()))
    }
}
