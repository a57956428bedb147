//! Scalars: in, a JSON type with `format` and bounds; out, the kind that carries it. Invariant: an unknown format weakens
//! a type to that of its JSON type, and never rejects it.

use std::str::FromStr;

use openapiv3::{IntegerFormat, StringFormat};
use serde_json::Value;

use super::compose::Part;
use super::draft::Kind;
use super::{At, Lowering};
use crate::diag::{Diagnostic, suggest};
use crate::ir::{Format, IntegerKind, NumberKind};

/// Formats of strings that stay plain strings on purpose.
const PLAIN: [&str; 31] = [
    "password",
    "uri",
    "url",
    "uri-reference",
    "uri-template",
    "iri",
    "iri-reference",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "decimal",
    "decimal128",
    "char",
    "html",
    "markdown",
    "commonmark",
    "phone",
    "string",
    "text",
    "media-range",
    "sf-string",
    "sf-token",
    "http-date",
    "base64url",
    "json",
    "ulid",
    "hex",
];

/// Formats of strings that have a type of their own.
const TYPED: [&str; 9] = [
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "ipv4",
    "ipv6",
    "byte",
    "binary",
];

/// Formats of whole numbers.
const WHOLE: [&str; 10] = [
    "int32", "int64", "int8", "int16", "int128", "uint8", "uint16", "uint32", "uint64", "uint128",
];

/// The largest values as JavaScript prints them: bounds that went through it are meant as the limits themselves.
const ROUNDED_I64_MAX: i128 = 9_223_372_036_854_776_000;
const ROUNDED_U64_MAX: i128 = 18_446_744_073_709_552_000;

impl<'a> Lowering<'a> {
    /// What carries a string.
    pub(super) fn string(&mut self, parts: &[Part<'a>]) -> Kind {
        if parts.iter().any(|part| is_raw_media(part)) {
            return Kind::Binary;
        }
        let Some((part, format)) = format_of(parts) else {
            return Kind::String;
        };
        match string_format(format) {
            Some(kind) => kind,
            None => {
                if !PLAIN.contains(&format) && !is_number_format(format) {
                    let message = format!("strings of format `{format}` are plain strings");
                    let near = suggest(format, TYPED.into_iter().chain(PLAIN));
                    self.unknown(&part.at.clone(), message, near);
                }
                Kind::String
            }
        }
    }

    /// What carries a whole number.
    pub(super) fn integer(&mut self, parts: &[Part<'a>]) -> Kind {
        let by_bounds = by_bounds(parts);
        let Some((part, format)) = format_of(parts) else {
            return Kind::Integer(by_bounds.unwrap_or(IntegerKind::I64));
        };
        if let Some(kind) = integer_format(format) {
            return Kind::Integer(kind);
        }
        if !is_number_format(format) {
            let message = format!("integers of format `{format}` are `i64`");
            self.unknown(&part.at.clone(), message, suggest(format, WHOLE));
        }
        Kind::Integer(by_bounds.unwrap_or(IntegerKind::I64))
    }

    /// Tells of a format that nobody knows, and of the one that may be meant.
    fn unknown(&mut self, at: &At<'a>, message: String, near: Option<&str>) {
        let note = Diagnostic::note("format-unknown", self.origin(at), message);
        self.say(at, note.near(near));
    }

    /// What carries a decimal number: always the widest, since a narrower one would lose digits.
    pub(super) fn number(&mut self) -> Kind {
        Kind::Number(NumberKind::F64)
    }
}

/// The first `format` among the parts, the outermost schema's before those it is made of.
pub(super) fn format_of<'p, 'a>(parts: &'p [Part<'a>]) -> Option<(&'p Part<'a>, &'a str)> {
    parts
        .iter()
        .rev()
        .find_map(|part| Some((part, part.at.str("format")?)))
}

/// Whether a format is in the type already, and so no news among the constraints.
pub(super) fn is_carried(format: &str) -> bool {
    let plain = |kind| matches!(kind, Kind::String);
    integer_format(format).is_some()
        || matches!(format, "float" | "double")
        || string_format(format).is_some_and(|kind| !plain(kind))
}

/// The JSON type that a format speaks of, where `type` is absent.
pub(super) fn type_of_format(format: &str) -> Option<&'static str> {
    if integer_format(format).is_some() {
        Some("integer")
    } else if matches!(format, "float" | "double") {
        Some("number")
    } else if string_format(format).is_some() || PLAIN.contains(&format) {
        Some("string")
    } else {
        None
    }
}

fn string_format(format: &str) -> Option<Kind> {
    if let Ok(known) = StringFormat::from_str(format) {
        return Some(match known {
            StringFormat::Date => Kind::Formatted(Format::Date),
            StringFormat::DateTime => Kind::Formatted(Format::DateTime),
            StringFormat::Password => Kind::String,
            StringFormat::Byte => Kind::Formatted(Format::Byte),
            StringFormat::Binary => Kind::Binary,
        });
    }
    let format = match format {
        "date-time-rfc3339" | "datetime" | "dateTime" | "timestamp" => Format::DateTime,
        "time" => Format::Time,
        "duration" => Format::Duration,
        "uuid" | "UUID" | "guid" => Format::Uuid,
        "ipv4" => Format::Ipv4,
        "ipv6" => Format::Ipv6,
        "base64" => Format::Byte,
        _ => return None,
    };
    Some(Kind::Formatted(format))
}

fn integer_format(format: &str) -> Option<IntegerKind> {
    if let Ok(known) = IntegerFormat::from_str(format) {
        return Some(match known {
            IntegerFormat::Int32 => IntegerKind::I32,
            IntegerFormat::Int64 => IntegerKind::I64,
        });
    }
    Some(match format {
        "int8" => IntegerKind::I8,
        "int16" => IntegerKind::I16,
        "int128" => IntegerKind::I128,
        "uint8" => IntegerKind::U8,
        "uint16" => IntegerKind::U16,
        "uint32" => IntegerKind::U32,
        "uint64" | "uint" => IntegerKind::U64,
        "uint128" => IntegerKind::U128,
        "long" => IntegerKind::I64,
        _ => return None,
    })
}

fn is_number_format(format: &str) -> bool {
    integer_format(format).is_some()
        || matches!(
            format,
            "integer" | "number" | "float" | "double" | "unix-time" | "unixtime" | "epoch"
        )
}

/// `contentMediaType` without an encoding: the bytes themselves.
fn is_raw_media(part: &Part<'_>) -> bool {
    let Some(media) = part.at.str("contentMediaType") else {
        return false;
    };
    !part.at.has("contentEncoding")
        && !media.starts_with("text/")
        && !media.contains("json")
        && !media.contains("xml")
        && !media.contains("jwt")
}

/// The width that bounds beyond 64 bits ask for.
fn by_bounds(parts: &[Part<'_>]) -> Option<IntegerKind> {
    let bound = |keys: [&str; 2]| {
        let values = parts.iter().flat_map(|part| {
            let map = part.at.map();
            keys.iter()
                .filter_map(move |key| map?.get(*key)?.as_number())
                .collect::<Vec<_>>()
        });
        values.filter_map(whole).next_back()
    };
    let low = bound(["minimum", "exclusiveMinimum"]);
    let high = bound(["maximum", "exclusiveMaximum"])?;
    if high <= ROUNDED_I64_MAX && low.is_none_or(|low| low >= -ROUNDED_I64_MAX) {
        return None;
    }
    if low.is_some_and(|low| low >= 0) && high <= ROUNDED_U64_MAX {
        return Some(IntegerKind::U64);
    }
    Some(IntegerKind::I128)
}

fn whole(number: &serde_json::Number) -> Option<i128> {
    if let Some(whole) = number.as_i128() {
        return Some(whole);
    }
    // Saturating: bounds like 1e30 only have to be seen as large.
    let float = Value::Number(number.clone()).as_f64()?;
    #[expect(clippy::cast_possible_truncation, reason = "saturates")]
    let whole = float as i128;
    Some(whole)
}
