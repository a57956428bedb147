//! What all enums share. In: a list of wire values and a text; out: a position, or an error that lists them. Invariant:
//! the comparison is exact, case and all.

use super::json::{self, Reader, Value};
use std::fmt::{self, Display, Formatter};

/// Where a text stands in a list of values.
#[inline(never)]
pub fn position(values: &[&str], text: &str) -> Option<usize> {
    values.iter().position(|value| *value == text)
}

/// A constant of the document, from its JSON.
#[inline(never)]
pub fn constant(json: &str) -> Value {
    json::from_str(json).unwrap_or_default()
}

/// Where a value stands in a list of JSON texts. Numbers are equal if they are the same number: `1` and `1.0`.
#[inline(never)]
pub fn find_constant(values: &[&str], value: &Value) -> Option<usize> {
    values.iter().position(|text| same(&constant(text), value))
}

/// The value that a text or number of the wire stands for, or what is wrong with it; `name` is that of the enum.
///
/// # Errors
/// When it stands for none.
pub fn known<T>(
    value: Option<T>,
    name: &'static str,
    shown: &dyn Display,
) -> Result<T, UnknownValue> {
    value.ok_or_else(|| UnknownValue::new(name, &shown.to_string()))
}

impl Reader<'_> {
    /// Takes what the value read last stands for; it is an error if that is none of those of the enum.
    pub fn known<T>(&mut self, target: &mut T, value: Option<T>, name: &str) {
        match value {
            Some(value) => *target = value,
            None => self.fail_last(&format!("a value of {name}")),
        }
    }
}

/// Whether two values are the same, their numbers digit by digit: a double would not tell 2^53 from 2^53 + 1.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            json::same_number(&left.to_string(), &right.to_string())
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(one, other)| same(one, other))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, value)| {
                    let other = right.get(key);
                    other.is_some_and(|other| same(value, other))
                })
        }
        (left, right) => left == right,
    }
}

/// A value that is none of those the document lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    name: &'static str,
    value: String,
}

impl UnknownValue {
    /// A value that the enum `name` does not have.
    pub fn new(name: &'static str, value: &str) -> Self {
        UnknownValue {
            name,
            value: value.to_owned(),
        }
    }

    /// The value.
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl Display for UnknownValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no value of {}", self.value, self.name)
    }
}

impl std::error::Error for UnknownValue {}
