//! Made-up rows: the same ones on every machine and in every run.
//!
//! Input: a seed. Output: [`Row`]s, each an instant and a JSON body. Invariant: no clock and no outside randomness; "now" is
//! [`NOW`], and all instants are told from it.

use std::cmp::Ordering;

use activity_logs::runtime::fake::Problem;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::wire::invalid;

/// The instant the servers take for the present, 2026-10-05T09:30:00Z; rows lie before it.
pub const NOW: Timestamp = Timestamp::constant(1_791_192_600, 0);

/// One log entry: when it happened and what goes over the wire.
pub(crate) struct Row {
    pub(crate) at: Timestamp,
    pub(crate) body: Value,
}

impl Row {
    /// The string at a JSON pointer of the body.
    pub(crate) fn text(&self, pointer: &str) -> Option<&str> {
        self.body.pointer(pointer).and_then(Value::as_str)
    }

    /// Whether nothing is wanted, or the body has exactly that at the pointer.
    pub(crate) fn fits(&self, wanted: Option<&str>, pointer: &str) -> bool {
        wanted.is_none_or(|wanted| self.text(pointer) == Some(wanted))
    }
}

/// A small generator of repeatable numbers (SplitMix64).
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which must not be 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// One item of a non-empty list.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[(self.next() % from.len() as u64) as usize]
    }

    /// Lower-case hexadecimal digits.
    pub(crate) fn hex(&mut self, digits: usize) -> String {
        (0..digits)
            .map(|_| char::from(self.pick(b"0123456789abcdef")))
            .collect()
    }

    /// A version 4 UUID.
    pub(crate) fn uuid(&mut self) -> String {
        let (a, b, c, d, e) = (
            self.hex(8),
            self.hex(4),
            self.hex(3),
            self.hex(3),
            self.hex(12),
        );
        format!("{a}-{b}-4{c}-a{d}-{e}")
    }
}

/// The instant so many seconds before [`NOW`].
pub(crate) fn ago(seconds: u64) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    NOW.checked_sub(SignedDuration::from_secs(seconds))
        .unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Orders rows by a comma separated list of field names, each descending after a `-`. `fields` maps a name to its JSON
/// pointer; an empty pointer stands for the row's instant.
pub(crate) fn sort(rows: &mut [&Row], list: &str, fields: &[(&str, &str)]) -> Result<(), Problem> {
    let mut keys = Vec::new();
    for item in list.split(',') {
        let name = item.trim().trim_start_matches('-');
        let known = fields.iter().find(|(field, _)| *field == name);
        let (_, pointer) =
            known.ok_or_else(|| invalid("sort", format!("can't sort by `{name}`")))?;
        keys.push((*pointer, item.trim().starts_with('-')));
    }
    rows.sort_by(|left, right| {
        let compared = keys.iter().map(|(pointer, descending)| {
            let ordering = compare(left, right, pointer);
            if *descending {
                ordering.reverse()
            } else {
                ordering
            }
        });
        compared
            .into_iter()
            .find(|ordering| ordering.is_ne())
            .unwrap_or(Ordering::Equal)
    });
    Ok(())
}

fn compare(left: &Row, right: &Row, pointer: &str) -> Ordering {
    if pointer.is_empty() {
        return left.at.cmp(&right.at);
    }
    let (left, right) = (left.body.pointer(pointer), right.body.pointer(pointer));
    match (left.and_then(Value::as_i64), right.and_then(Value::as_i64)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => left
            .and_then(Value::as_str)
            .cmp(&right.and_then(Value::as_str)),
    }
}

#[cfg(test)]
mod tests {
    use super::{NOW, Rng, Row, ago, sort};
    use serde_json::json;

    #[test]
    fn the_clock_and_the_numbers_stand_still() {
        assert_eq!(NOW.to_string(), "2026-10-05T09:30:00Z");
        assert_eq!(ago(90).to_string(), "2026-10-05T09:28:30Z");
        assert_eq!(Rng::new(1).next(), 0x910a_2dec_8902_5cc1);
    }

    #[test]
    fn rows_sort_by_several_fields() {
        let rows = [("b", 1), ("a", 2), ("b", 3)].map(|(name, age)| Row {
            at: ago(age),
            body: json!({"name": name}),
        });
        let mut sorted: Vec<&Row> = rows.iter().collect();
        let fields = [("date", ""), ("name", "/name")];
        assert!(sort(&mut sorted, "-name, date", &fields).is_ok());
        let ages: Vec<String> = sorted
            .iter()
            .map(|row| (NOW - row.at).to_string())
            .collect();
        assert_eq!(ages, ["PT3S", "PT1S", "PT2S"]);
        assert!(sort(&mut sorted, "colour", &fields).is_err());
    }
}
