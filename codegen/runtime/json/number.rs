//! Numbers of each width. In: the next token; out: a Rust number. Invariant: an integer comes out exactly or is an error;
//! `1.0` and `1e2` are integers, since JSON does not tell them from `1` and `100`.

use super::reader::Reader;
use super::scan;

impl Reader<'_> {
    /// Reads a whole number of up to 64 bits.
    pub fn signed(&mut self, expected: &str) -> i64 {
        let token = self.number(expected);
        match short(token) {
            Some(value) => value,
            None => i64::try_from(self.exact(token, expected)).unwrap_or_else(|_| {
                self.fail_last(expected);
                0
            }),
        }
    }

    /// Reads a whole number of up to 64 bits that is not negative.
    pub fn unsigned(&mut self, expected: &str) -> u64 {
        let token = self.number(expected);
        match short(token).and_then(|value| u64::try_from(value).ok()) {
            Some(value) => value,
            None => u64::try_from(self.exact(token, expected)).unwrap_or_else(|_| {
                self.fail_last(expected);
                0
            }),
        }
    }

    /// Reads a whole number of up to 128 bits.
    pub fn wide(&mut self, expected: &str) -> i128 {
        let token = self.number(expected);
        self.exact(token, expected)
    }

    /// Reads a whole number of up to 128 bits that is not negative.
    pub fn widest(&mut self, expected: &str) -> u128 {
        let token = self.number(expected);
        match scan::whole(token) {
            Some((false, magnitude)) => magnitude,
            Some((true, 0)) => 0,
            _ => {
                self.fail_last(expected);
                0
            }
        }
    }

    fn exact(&mut self, token: &str, expected: &str) -> i128 {
        let value = match scan::whole(token) {
            Some((false, magnitude)) => i128::try_from(magnitude).ok(),
            Some((true, magnitude)) => 0i128.checked_sub_unsigned(magnitude),
            None => None,
        };
        if value.is_none() {
            self.fail_last(expected);
        }
        value.unwrap_or(0)
    }

    /// Reads any number.
    pub fn float(&mut self) -> f64 {
        let token = self.number("a number");
        // What the grammar of JSON accepts, Rust parses: beyond the range as an infinity.
        let value: f64 = token.parse().unwrap_or(0.0);
        self.finite(value, value.is_finite(), "a number in the range of f64")
    }

    /// Reads any number, to single precision.
    pub fn float32(&mut self) -> f32 {
        let token = self.number("a number");
        let value: f32 = token.parse().unwrap_or(0.0);
        self.finite(value, value.is_finite(), "a number in the range of f32")
    }

    fn finite<T: Default>(&mut self, value: T, finite: bool, expected: &str) -> T {
        if finite {
            return value;
        }
        self.fail_last(expected);
        T::default()
    }
}

/// A number of at most 18 digits and nothing else.
fn short(token: &str) -> Option<i64> {
    let digits = token.strip_prefix('-').unwrap_or(token);
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value: i64 = 0;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(byte - b'0');
    }
    Some(if digits.len() == token.len() {
        value
    } else {
        -value
    })
}
