//! Bounds of values, as JSON. In: keywords of the document; out: whether a value keeps to them, and one that does.
//! Invariant: a keyword that says nothing about the kind of a value lets it pass.

mod pattern;

use crate::ir::{self, Constraints, Type};
use crate::pattern::Pattern;
use serde_json::Value;

/// Texts to try where a pattern asks for something.
const TEXTS: [&str; 12] = [
    "text",
    "a",
    "A",
    "abc",
    "ABC",
    "1",
    "12",
    "123",
    "1234",
    "a1",
    "a-b",
    "2024-05-01",
];

/// A text of a format that has no Rust type.
fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "uri" | "url" | "iri" => "https://example.com/",
        "uri-reference" | "iri-reference" => "/path",
        "uri-template" => "/path/{id}",
        "email" | "idn-email" => "user@example.com",
        "hostname" | "idn-hostname" => "example.com",
        "json-pointer" => "/key",
        "relative-json-pointer" => "0/key",
        "regex" => "^text$",
        "decimal" => "1.5",
        _ => return None,
    })
}

/// What a document gives for a text or a number, if it keeps to the bounds; else one that does, where there is one. `None`
/// where nothing has to be said: there are no bounds, or it is of another type.
pub(crate) fn within_bounds(
    ty: &Type,
    bounds: &Constraints,
    given: Option<&Value>,
) -> Option<Value> {
    if bounds.keywords.is_empty() || given.is_some_and(|value| keeps(bounds, value)) {
        return None;
    }
    let made = match ty {
        Type::String | Type::Binary => text(bounds),
        Type::Integer(_) => number(bounds, true),
        Type::Number(_) => number(bounds, false),
        Type::Nullable(inner) | Type::Boxed(inner) => {
            return within_bounds(inner, bounds, given);
        }
        _ => return None,
    };
    keeps(bounds, &made).then_some(made)
}

/// How many texts of a pattern are tried.
const TRIES: usize = 80;

pub(crate) fn whole(kind: ir::IntegerKind, number: &serde_json::Number) -> bool {
    let Some(value) = number.as_i128() else {
        return false;
    };
    use ir::IntegerKind as K;
    match kind {
        K::I8 => i8::try_from(value).is_ok(),
        K::I16 => i16::try_from(value).is_ok(),
        K::I32 => i32::try_from(value).is_ok(),
        K::I64 => i64::try_from(value).is_ok(),
        K::I128 => true,
        K::U8 => u8::try_from(value).is_ok(),
        K::U16 => u16::try_from(value).is_ok(),
        K::U32 => u32::try_from(value).is_ok(),
        K::U64 => u64::try_from(value).is_ok(),
        K::U128 => value >= 0,
    }
}

fn keyword<'a>(bounds: &'a Constraints, name: &str) -> Option<&'a Value> {
    let found = bounds.keywords.iter().find(|(keyword, _)| keyword == name);
    found.map(|(_, value)| value)
}

pub(crate) fn count(bounds: &Constraints, name: &str) -> Option<u64> {
    keyword(bounds, name)?.as_u64()
}

/// Whether a value keeps to its bounds.
pub(crate) fn keeps(bounds: &Constraints, value: &Value) -> bool {
    let pattern = value.as_str().and_then(|_| pattern_of(bounds));
    keeps_to(bounds, pattern.as_ref(), value)
}

/// The pattern among some bounds; one that cannot be tried says nothing.
fn pattern_of(bounds: &Constraints) -> Option<Pattern> {
    Pattern::new(keyword(bounds, "pattern")?.as_str()?)
}

fn keeps_to(bounds: &Constraints, pattern: Option<&Pattern>, value: &Value) -> bool {
    if bounds.impossible && !value.is_null() {
        return false;
    }
    bounds.keywords.iter().all(|(keyword, limit)| {
        let counted = |what: &str, found: usize| {
            let found = found as u64;
            match (keyword.strip_prefix("min"), keyword.strip_prefix("max")) {
                (Some(of), _) if of == what => limit.as_u64().is_none_or(|least| found >= least),
                (_, Some(of)) if of == what => limit.as_u64().is_none_or(|most| found <= most),
                _ => true,
            }
        };
        match value {
            Value::String(text) if keyword == "pattern" => {
                pattern.is_none_or(|pattern| pattern.matches(text))
            }
            Value::String(text) => counted("Length", text.chars().count()),
            Value::Array(list) if keyword == "uniqueItems" => {
                let again = |(at, item): (usize, &Value)| list[..at].contains(item);
                limit != &Value::Bool(true) || !list.iter().enumerate().any(again)
            }
            Value::Array(list) => counted("Items", list.len()),
            Value::Object(map) => counted("Properties", map.len()),
            Value::Number(number) => within(keyword, limit, number),
            Value::Null | Value::Bool(_) => true,
        }
    })
}

fn within(keyword: &str, limit: &Value, number: &serde_json::Number) -> bool {
    let (Some(number), Some(limit)) = (number.as_f64(), limit.as_f64()) else {
        return true;
    };
    match keyword {
        "minimum" => number >= limit,
        "maximum" => number <= limit,
        "exclusiveMinimum" => number > limit,
        "exclusiveMaximum" => number < limit,
        "multipleOf" => (number / limit - (number / limit).round()).abs() < 1e-9,
        _ => true,
    }
}

pub(crate) fn number(bounds: &Constraints, whole: bool) -> Value {
    let limit = |name: &str| keyword(bounds, name).and_then(Value::as_f64);
    let step = limit("multipleOf").filter(|step| *step > 0.0);
    let usual = if whole { 1.0 } else { 1.5 };
    let mut candidates = vec![usual];
    let sides = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    for limit in sides.iter().filter_map(|name| limit(name)) {
        candidates.extend([limit, limit + 1.0, limit - 1.0, limit + 0.5, limit - 0.5]);
    }
    if let (Some(low), Some(high)) = (
        limit("minimum").or(limit("exclusiveMinimum")),
        limit("maximum").or(limit("exclusiveMaximum")),
    ) {
        candidates.push(f64::midpoint(low, high));
    }
    if let Some(step) = step {
        let multiples = candidates.clone().into_iter();
        candidates
            .extend(multiples.flat_map(|n| [(n / step).ceil() * step, (n / step).floor() * step]));
    }
    let mut values = candidates.into_iter().filter_map(|candidate| {
        #[allow(clippy::cast_possible_truncation)]
        let value = match whole {
            true => Value::from(candidate.round() as i64),
            false => Value::from(candidate),
        };
        keeps(bounds, &value).then_some(value)
    });
    values.next().unwrap_or_else(|| 1.into())
}

pub(crate) fn text(bounds: &Constraints) -> Value {
    let least = count(bounds, "minLength").unwrap_or(0).min(10_000);
    let most = count(bounds, "maxLength").unwrap_or(u64::MAX);
    let sized = |text: &str| -> String {
        let long = text.chars().cycle();
        let size = (text.chars().count() as u64).max(least).min(most);
        long.take(usize::try_from(size).unwrap_or(usize::MAX))
            .collect()
    };
    let named = |name: &str| keyword(bounds, name).and_then(Value::as_str);
    let format = named("format").and_then(of_format).map(str::to_owned);
    let texts = TEXTS.iter().map(|text| sized(text));
    let made = named("pattern")
        .into_iter()
        .flat_map(pattern::texts)
        .take(TRIES);
    let pattern = pattern_of(bounds);
    let fits = |text: &String| keeps_to(bounds, pattern.as_ref(), &Value::from(text.as_str()));
    let mut all = format.into_iter().chain(texts).chain(made);
    all.find(fits).unwrap_or_else(|| sized("text")).into()
}
