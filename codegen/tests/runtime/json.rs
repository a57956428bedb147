//! The JSON reader and writer beside serde_json: they must agree on every text.

use crate::runtime::{Formatted, Null, Tuple, Value, Wire, json};
use std::collections::BTreeMap;

/// Texts that are JSON, and texts that are nearly so.
const TEXTS: &[&str] = &[
    "null",
    "true",
    "false",
    "tru",
    "nul",
    "nulll",
    "truefalse",
    "",
    " ",
    "\t\r\n null \n",
    "\u{feff}1",
    "0",
    "-0",
    "00",
    "01",
    "-",
    "-1",
    "+1",
    "1.",
    ".5",
    "1.5",
    "1e",
    "1e5",
    "1E+5",
    "1e-5",
    "1.5e+",
    "0.0",
    "1e400",
    "-1e400",
    "1e-400",
    "123456789012345678901234567890",
    "18446744073709551615",
    "18446744073709551616",
    "9223372036854775807",
    "-9223372036854775808",
    "-9223372036854775809",
    "0.1",
    "123.456e-7",
    "1.7976931348623157e308",
    r#""""#,
    r#""a""#,
    r#""a"#,
    r#"""#,
    r#""\"""#,
    r#""\\""#,
    r#""\/""#,
    r#""\b\f\n\r\t""#,
    r#""\x""#,
    r#""\u0041""#,
    r#""\u004""#,
    r#""\u00e9 \u20AC""#,
    r#""\ud83d\ude00""#,
    r#""\ud83d""#,
    r#""\ude00""#,
    r#""\ud83d\u0041""#,
    r#""\ud83dx""#,
    r#""\uD83D\uDE00 tail""#,
    "\"\u{1}\"",
    "\"\n\"",
    "\"\u{7f}\"",
    "\"äöü€😀\"",
    r#""a long text with no escapes at all, äöü""#,
    r#""a long text with one escape at the end\n""#,
    r#""\u0000""#,
    r#""abcdefg\"hijklmnop\\qrstuvwxyz""#,
    "[]",
    "[ ]",
    "[1]",
    "[1,2]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1",
    "[",
    "]",
    "[[[]]]",
    "[1,[2,[3,{\"a\":[]}]]]",
    "[1}",
    "{}",
    "{ }",
    r#"{"a":1}"#,
    r#"{"a":1,}"#,
    r#"{,"a":1}"#,
    r#"{"a"}"#,
    r#"{"a":}"#,
    r#"{"a" 1}"#,
    r#"{a:1}"#,
    r#"{"a":1 "b":2}"#,
    r#"{"a":1,"a":2}"#,
    r#"{"a":{"a":1},"b":[{"c":null}]}"#,
    r#"{"\u0061":1}"#,
    r#"{"":0}"#,
    "{",
    "}",
    r#"{"a":1"#,
    r#"{"a":1]"#,
    "1 2",
    "null,",
    "[1]]",
    "nan",
    "Infinity",
    "'a'",
    "// c\n1",
    "\u{a0}1",
    "[1,\u{2028}2]",
];

#[test]
fn untyped_values_are_as_serde_json_reads_them() {
    for text in TEXTS {
        if text.starts_with('\u{feff}') {
            continue;
        }
        let ours: Option<Value> = json::from_str(text).ok();
        let theirs: Option<Value> = serde_json::from_str(text).ok();
        assert_eq!(ours, theirs, "{text:?}");
    }
}

#[test]
fn what_is_passed_over_is_checked_as_well() {
    for text in TEXTS {
        let inside = format!(r#"{{"k":{text},"id":1}}"#);
        let skipped: Result<Only, _> = json::from_str(&inside);
        let theirs: Result<Value, _> = serde_json::from_str(&inside);
        // A number beyond doubles is valid JSON; only a value to hold it is lacking.
        let held = theirs.is_ok() || text.ends_with("e400");
        assert_eq!(skipped.is_ok(), held, "{inside:?}");
    }
}

/// A struct that knows one key and forgets the others.
#[derive(Debug)]
struct Only(i64);

impl Wire for Only {
    fn blank() -> Self {
        Only(0)
    }

    fn table(&self) -> crate::runtime::Table {
        static SHAPE: crate::runtime::Shape =
            crate::runtime::Shape::closed("Only", &[crate::runtime::Field::required("id", "id")]);
        crate::runtime::Table::Object(&SHAPE)
    }

    fn slot(&self, _: usize) -> &dyn Wire {
        &self.0
    }
    fn slot_mut(&mut self, _: usize) -> &mut dyn Wire {
        &mut self.0
    }
}

#[test]
fn written_values_are_as_serde_json_writes_them() {
    for text in TEXTS {
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            assert_eq!(
                json::to_string(&value),
                serde_json::to_string(&value).unwrap()
            );
            assert_eq!(json::to_value(&value), value);
        }
    }
    let controls: String = (0..=0x20u8)
        .map(char::from)
        .chain("\"\\/\u{7f}é😀".chars())
        .collect();
    assert_eq!(
        json::to_string(&controls),
        serde_json::to_string(&controls).unwrap()
    );
    assert_eq!(
        json::from_str::<String>(&json::to_string(&controls)).unwrap(),
        controls
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(json::from_str::<i64>("\u{feff} 1").unwrap(), 1);
}

#[test]
fn strings_of_every_length_and_alignment() {
    for length in 0..40 {
        for special in ["", "\\n", "\\u00e9", "é", "\u{1}", "\\"] {
            for place in 0..=length {
                let text = format!(
                    "\"{}{special}{}\"",
                    "x".repeat(place),
                    "y".repeat(length - place)
                );
                let ours: Option<String> = json::from_str(&text).ok();
                assert_eq!(ours, serde_json::from_str(&text).ok(), "{text:?}");
            }
        }
    }
}

#[test]
fn nesting_has_a_limit() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(json::from_str::<Value>(&nested(128)).is_ok());
    let error = json::from_str::<Value>(&nested(129)).unwrap_err();
    assert_eq!(error.expected(), "less deeply nested JSON");
    assert!(json::from_str::<Value>(&"[".repeat(1_000_000)).is_err());
    assert!(json::from_str::<Value>(&r#"{"a":"#.repeat(1_000_000)).is_err());
    assert!(json::from_str::<Only>(&format!(r#"{{"x":{},"id":1}}"#, "[".repeat(100_000))).is_err());
    // Siblings do not add up.
    assert!(json::from_str::<Value>(&format!("[{}[]]", "[[]],".repeat(1000))).is_ok());
}

#[test]
fn bytes_that_are_not_utf8_are_an_error_with_a_place() {
    let error = json::from_slice::<Value>(b"{\"a\":\"\xff\"}").unwrap_err();
    assert_eq!((error.expected(), error.offset()), ("UTF-8", 6));
}

fn reads<T: Wire>(text: &str) -> Option<T> {
    json::from_str(text).ok()
}

#[test]
fn integers_are_exact_or_an_error() {
    assert_eq!(reads::<i8>("-128"), Some(-128));
    assert_eq!(reads::<i8>("128"), None);
    assert_eq!(reads::<u8>("-1"), None);
    assert_eq!(reads::<u8>("-0"), Some(0));
    assert_eq!(reads::<u64>("18446744073709551615"), Some(u64::MAX));
    assert_eq!(reads::<u64>("18446744073709551616"), None);
    assert_eq!(reads::<i64>("-9223372036854775808"), Some(i64::MIN));
    assert_eq!(reads::<i64>("9223372036854775808"), None);
    assert_eq!(
        reads::<i128>("-170141183460469231731687303715884105728"),
        Some(i128::MIN)
    );
    assert_eq!(
        reads::<u128>("340282366920938463463374607431768211455"),
        Some(u128::MAX)
    );
    assert_eq!(
        reads::<u128>("340282366920938463463374607431768211456"),
        None
    );
    for text in ["1.0", "1e0", "10e-1", "0.1e1", "1.000", "100E-2"] {
        assert_eq!(reads::<i32>(text), Some(1), "{text}");
        assert_eq!(reads::<u64>(text), Some(1), "{text}");
    }
    for text in [
        "1.5",
        "1e-1",
        "\"1\"",
        "null",
        "1e99999999999999999999",
        "true",
        "[]",
    ] {
        assert_eq!(reads::<i64>(text), None, "{text}");
    }
    assert_eq!(reads::<i64>("0e99999999999999999999"), Some(0));
    assert_eq!(
        reads::<i64>("9007199254740993.0"),
        Some(9_007_199_254_740_993)
    );
}

#[test]
fn numbers_beyond_the_range_of_a_float_are_an_error() {
    for text in ["1e309", "-1e400", "1e99999999999999999999"] {
        assert_eq!(reads::<f64>(text), None, "{text}");
        assert_eq!(reads::<f32>(text), None, "{text}");
        assert_eq!(reads::<Value>(text), None, "{text}");
    }
    assert_eq!(reads::<f32>("3.5e38"), None);
    assert_eq!(reads::<f32>("3.4e38"), Some(3.4e38));
    assert_eq!(reads::<f64>("1.7976931348623157e308"), Some(f64::MAX));
    assert_eq!(reads::<f64>("1e-400"), Some(0.0));
    let error = json::from_str::<Vec<f64>>("[1, 1e309]").unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a number in the range of f64 at $[1] (byte 4), found `1e309]`"
    );
}

#[test]
fn decimals_keep_their_digits() {
    for value in [
        0.1,
        1.0 / 3.0,
        1e21,
        1e-7,
        123_456.789,
        f64::MAX,
        f64::MIN_POSITIVE,
        1e15,
        -0.0,
        -2.5,
    ] {
        let text = json::to_string(&value);
        assert_eq!(
            reads::<f64>(&text).map(f64::to_bits),
            Some(value.to_bits()),
            "{text}"
        );
    }
    assert_eq!(json::to_string(&100.0_f64), "100");
    assert_eq!(json::to_string(&-3.0_f64), "-3");
    assert_eq!(json::to_string(&f64::NAN), "null");
    assert_eq!(json::to_string(&0.1_f32), "0.1");
}

#[test]
fn containers_come_back() {
    fn round<T: Wire>(text: &str) {
        let value: T = json::from_str(text).expect(text);
        assert_eq!(json::to_string(&value), text);
    }
    round::<Vec<Option<i64>>>("[1,null,3]");
    round::<Vec<Vec<String>>>(r#"[[],["a"],["b","c"]]"#);
    round::<BTreeMap<String, Vec<bool>>>(r#"{"a":[true],"b":[]}"#);
    round::<BTreeMap<Formatted<uuid::Uuid>, i64>>(r#"{"x":1}"#);
    round::<Option<Option<i64>>>("null");
    round::<Null>("null");
    round::<Box<i64>>("5");
    round::<(i64, String)>(r#"[1,"a"]"#);
    round::<Tuple<(i64, String), bool>>(r#"[1,"a",true,false]"#);
    round::<Option<Value>>("null");
}

#[test]
fn tuples_need_all_their_items() {
    let error = json::from_str::<(i64, i64)>("[1]").unwrap_err();
    assert_eq!(error.expected(), "an array of at least 2 items");
    let error = json::from_str::<(i64, i64)>("[1,\"a\"]").unwrap_err();
    assert_eq!(error.path(), "$[1]");
    let error = json::from_str::<Tuple<(i64,), i64>>("[1,2,\"a\"]").unwrap_err();
    assert_eq!(error.path(), "$[2]");
}

#[test]
fn formatted_text_is_never_lost() {
    let odd: Formatted<jiff::Timestamp> = json::from_str("\"yesterday\"").unwrap();
    assert_eq!(json::to_string(&odd), "\"yesterday\"");
    assert!(
        odd.get()
            .unwrap_err()
            .to_string()
            .starts_with("`yesterday` is not a point in time")
    );
    let lenient = [
        "2024-05-01T10:00:00Z",
        "2024-05-01 10:00:00+00:00",
        "2024-05-01T10:00:00",
        "2024-05-01t10:00:00z",
    ];
    for text in lenient {
        let value = Formatted::<jiff::Timestamp>::from_text(text)
            .get()
            .expect(text);
        assert_eq!(value.to_string(), "2024-05-01T10:00:00Z", "{text}");
    }
    let day = Formatted::<jiff::Timestamp>::from_text("2024-05-01")
        .get()
        .unwrap();
    assert_eq!(day.to_string(), "2024-05-01T00:00:00Z");
    let time = Formatted::<jiff::civil::Time>::from_text("10:20:30Z")
        .get()
        .unwrap();
    assert_eq!(time.to_string(), "10:20:30");
    let bytes = Formatted::<crate::runtime::Base64>::from_text("aGk_")
        .get()
        .unwrap();
    assert_eq!(bytes.0, b"hi?");
    let padded = Formatted::from(crate::runtime::Base64(b"hi".to_vec()));
    assert_eq!(padded, "aGk=");
    let address = Formatted::<std::net::Ipv4Addr>::from_text("10.0.0.0/8");
    assert!(address.get().is_err());
    let id: Formatted<uuid::Uuid> = "67E55044-10B1-426F-9247-BB680E5FE0C8".parse().unwrap();
    assert_eq!(id.as_str(), "67E55044-10B1-426F-9247-BB680E5FE0C8");
}
