//! Equality of JSON, and where it ends.
//!
//! Input: two values. Output: the first place where they differ, or nothing. Invariant: numbers are equal when they stand for
//! the same number (`1` and `1.0`), objects whatever the order of their keys.

use serde_json::{Number, Value};

/// The first difference, as a JSON pointer and what stands there; `None` if there is none.
pub fn difference(before: &Value, after: &Value) -> Option<String> {
    differing(before, after, &mut String::new())
}

fn differing(before: &Value, after: &Value, place: &mut String) -> Option<String> {
    match (before, after) {
        (Value::Object(left), Value::Object(right)) => {
            let lost = left
                .keys()
                .filter(|key| !right.contains_key(*key))
                .map(|key| (key, "lost"));
            let added = right
                .keys()
                .filter(|key| !left.contains_key(*key))
                .map(|key| (key, "added"));
            if let Some((key, what)) = lost.chain(added).next() {
                return Some(format!("{place}/{}: {what}", token(key)));
            }
            left.iter()
                .find_map(|(key, value)| below(&token(key), value, &right[key], place))
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let pairs = left.iter().zip(right).enumerate();
            pairs
                .into_iter()
                .find_map(|(index, (left, right))| below(&index.to_string(), left, right, place))
        }
        (Value::Number(left), Value::Number(right)) if same_number(left, right) => None,
        _ if before == after => None,
        _ => Some(format!(
            "{place}: {} became {}",
            short(before),
            short(after)
        )),
    }
}

fn below(step: &str, before: &Value, after: &Value, place: &mut String) -> Option<String> {
    let length = place.len();
    place.push('/');
    place.push_str(step);
    let found = differing(before, after, place);
    place.truncate(length);
    found
}

fn same_number(left: &Number, right: &Number) -> bool {
    // Two integers are compared as such: as floats, neighbours past 2^53 would be one.
    let whole = left.is_f64() == right.is_f64();
    left == right || (!whole && left.as_f64() == right.as_f64())
}

/// A key as a token of a JSON pointer (RFC 6901).
fn token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::difference;
    use serde_json::{Value, json};

    #[test]
    fn the_same_in_other_words() {
        let text = r#"{"b": [1.0, -0.0, 18446744073709551615, "é"], "a": null}"#;
        let value: Value = serde_json::from_str(text).expect("JSON");
        let other = json!({"a": null, "b": [1, 0, u64::MAX, "\u{e9}"]});
        assert_eq!(difference(&value, &other), None);
    }

    #[test]
    fn the_place_is_named() {
        let cases = [
            (
                json!({"a": [{"x/y": 1}]}),
                json!({"a": [{}]}),
                "/a/0/x~1y: lost",
            ),
            (json!({}), json!({"n": null}), "/n: added"),
            (json!([1, 2]), json!([1, "2"]), "/1: 2 became \"2\""),
            (json!([1]), json!([1, 2]), ": [1] became [1,2]"),
            (
                json!(9_007_199_254_740_993_u64),
                json!(9_007_199_254_740_992_u64),
                ": 9007199254740993 became 9007199254740992",
            ),
        ];
        for (before, after, expected) in cases {
            assert_eq!(difference(&before, &after).as_deref(), Some(expected));
        }
    }
}
