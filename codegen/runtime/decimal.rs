//! Exact decimals. In: numbers as JSON texts; out: how they compare, and whether one is a multiple of another. Invariant:
//! `0.3` is a multiple of `0.1`, whatever a binary fraction makes of it.

use std::cmp::Ordering;

/// A number: its digits times a power of ten.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    digits: i128,
    exponent: i32,
}

impl Decimal {
    /// How two numbers compare.
    pub(super) fn compare(one: &str, other: &str) -> Option<Ordering> {
        match Self::aligned(one, other) {
            Some((one, other)) => Some(one.cmp(&other)),
            // Too far apart for exact digits, and so for rounding to matter.
            None => one.parse::<f64>().ok()?.partial_cmp(&other.parse().ok()?),
        }
    }

    /// Whether one number is a multiple of another; `None` where that cannot be told.
    pub(super) fn is_multiple(number: &str, step: &str) -> Option<bool> {
        let (number, step) = Self::aligned(number, step)?;
        Some(number.checked_rem(step)? == 0)
    }

    /// The digits of two numbers at the same power of ten.
    fn aligned(one: &str, other: &str) -> Option<(i128, i128)> {
        let (one, other) = (Self::parse(one)?, Self::parse(other)?);
        let exponent = one.exponent.min(other.exponent);
        Some((one.at(exponent)?, other.at(exponent)?))
    }

    fn at(self, exponent: i32) -> Option<i128> {
        if self.digits == 0 {
            return Some(0);
        }
        let zeros = u32::try_from(self.exponent.checked_sub(exponent)?).ok()?;
        self.digits.checked_mul(10_i128.checked_pow(zeros)?)
    }

    fn parse(text: &str) -> Option<Self> {
        let (number, power) = match text.split_once(['e', 'E']) {
            Some((number, power)) => (number, power.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("{whole}{fraction}").parse().ok()?;
        let places = i32::try_from(fraction.len()).ok()?;
        Some(Decimal {
            digits,
            exponent: power.checked_sub(places)?,
        })
    }
}
