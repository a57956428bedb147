//! Dates and times as types of the `chrono` crate. In: text as servers write it; out: a point in time, a day, a time of day
//! or a duration. Invariant: what is printed is RFC 3339, or ISO 8601 for durations.

use super::formatted::TextFormat;
use super::iso_duration;
use chrono::{
    DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta, Utc,
};

/// A point in time without an offset, as servers write it: taken as UTC.
fn civil(text: &str) -> Option<NaiveDateTime> {
    let full = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"];
    let found = full
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    found.or_else(|| {
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()?
            .and_hms_opt(0, 0, 0)
    })
}

impl TextFormat for DateTime<FixedOffset> {
    const NAME: &'static str = "a point in time";

    /// Also takes a missing offset as UTC, and a day as its first moment in UTC.
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        // A space in place of the `T` is in RFC 3339 too, and `chrono` takes it.
        match (DateTime::parse_from_rfc3339(text), civil(text)) {
            (Ok(time), _) => Ok(time),
            (Err(_), Some(civil)) => Ok(civil.and_utc().fixed_offset()),
            (Err(error), None) => Err(error.to_string()),
        }
    }

    fn matches(text: &str) -> bool {
        DateTime::parse_from_rfc3339(text).is_ok()
    }

    fn print(&self) -> String {
        self.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }
}

impl TextFormat for DateTime<Utc> {
    const NAME: &'static str = "a point in time";

    /// Also takes a missing offset as UTC, and a day as its first moment in UTC.
    fn parse(text: &str) -> Result<Self, String> {
        <DateTime<FixedOffset> as TextFormat>::parse(text).map(|time| time.to_utc())
    }

    fn matches(text: &str) -> bool {
        DateTime::parse_from_rfc3339(text).is_ok()
    }

    fn print(&self) -> String {
        self.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }
}

impl TextFormat for NaiveDate {
    const NAME: &'static str = "a date";

    /// Also takes a point in time, of which it is the day.
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let day = text
            .get(..10)
            .filter(|_| text[10..].starts_with(['T', 't', ' ']))
            .unwrap_or(text);
        NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|error| error.to_string())
    }

    fn matches(text: &str) -> bool {
        text.len() == 10 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
    }

    fn print(&self) -> String {
        self.to_string()
    }
}

impl TextFormat for NaiveTime {
    const NAME: &'static str = "a time of day";

    /// An offset is passed over.
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let bare = text.split(['Z', 'z', '+', '-']).next().unwrap_or(text);
        NaiveTime::parse_from_str(bare, "%H:%M:%S%.f").map_err(|error| error.to_string())
    }

    fn matches(text: &str) -> bool {
        text.as_bytes().get(2) == Some(&b':') && Self::parse(text).is_ok()
    }

    fn print(&self) -> String {
        self.to_string()
    }
}

impl TextFormat for TimeDelta {
    const NAME: &'static str = "a duration";

    fn parse(text: &str) -> Result<Self, String> {
        let (seconds, nanos) = iso_duration::parse(text)?;
        let seconds = TimeDelta::try_seconds(seconds).ok_or("it is too long")?;
        seconds
            .checked_add(&TimeDelta::nanoseconds(i64::from(nanos)))
            .ok_or("it is too long".into())
    }

    fn print(&self) -> String {
        iso_duration::print((self.num_seconds(), self.subsec_nanos()))
    }
}
