//! The traits of serde. In: models of golden cases and of the runtime; out: the same JSON in JSON, YAML and TOML, and the
//! errors of the reader.
#![allow(dead_code, unreachable_pub)]

#[path = "../golden/enum-closed/models/order.rs"]
#[rustfmt::skip]
mod closed;
#[path = "../golden/formats/models/thing.rs"]
#[rustfmt::skip]
mod formats;
#[path = "../golden/formats-integers/models/thing.rs"]
#[rustfmt::skip]
mod integers;
#[path = "../golden/enum-integer/models/thing.rs"]
#[rustfmt::skip]
mod levels;
#[path = "../golden/enum-mixed/models/thing.rs"]
#[rustfmt::skip]
mod mixed;
#[path = "../golden/tuple/models/thing.rs"]
#[rustfmt::skip]
mod tuple;
#[path = "../golden/union-scalars/models/thing.rs"]
#[rustfmt::skip]
mod union;

use super::emitted::checked::models::{PutFileBody, Tree};
use crate::runtime::{Base64, Extra, FilePart, Formatted, Null, Tuple, Wire, json};
use ::serde::Serialize;
use ::serde::de::value::{Error, MapDeserializer};
use ::serde::de::{Deserialize, DeserializeOwned};
use std::fmt::Debug;

/// Reads a text as the reader does, and gives back its JSON by way of serde, JSON and YAML.
fn same<T: Wire + Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) -> T {
    let plain: T = json::from_str(text).expect(text);
    assert_eq!(serde_json::from_str::<T>(text).expect(text), plain);
    assert_eq!(serde_json::to_string(&plain).expect(text), text);
    let yaml = serde_yaml::to_string(&plain).expect(text);
    assert_eq!(serde_yaml::from_str::<T>(&yaml).expect(&yaml), plain);
    plain
}

/// The same, and by way of TOML.
fn same_in_toml<T: Wire + Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) {
    let plain: T = same(text);
    let written = toml::to_string(&plain).expect(text);
    assert_eq!(toml::from_str::<T>(&written).expect(&written), plain);
}

#[test]
fn models_are_the_same_json_in_any_format() {
    same_in_toml::<union::Thing>(r#"{"when":3,"many":["a","b"],"more":{"x":[1,2.5,true]}}"#);
    same_in_toml::<union::Thing>(r#"{"when":"2024-05-01T10:00:00Z"}"#);
    same_in_toml::<tuple::Thing>(r#"{"pair":["a",1],"row":["b",1.5,2],"open":[{},[1],"x"]}"#);
    same_in_toml::<levels::Thing>(r#"{"level":-5}"#);
    same_in_toml::<mixed::Thing>(r#"{"limit":2.5}"#);
    same_in_toml::<formats::Thing>(r#"{"at":"2024-05-01 10:00:00","data":"aGk="}"#);
    same_in_toml::<integers::Thing>(r#"{"i8":-8,"u64":7,"float":0.1,"double":1e-7,"decimal":3}"#);
    same::<Tree>(r#"{"a":{},"b":{"c":{}}}"#);
    same::<mixed::Thing>(r#"{"limit":null}"#);
    same::<union::Thing>(r#"{"many":null}"#);
}

#[test]
fn the_value_types_of_the_runtime() {
    same::<Null>("null");
    same::<Extra>(r#"{"b":1,"a":[null]}"#);
    same::<Formatted<jiff::Timestamp>>("\"yesterday\"");
    same::<Tuple<(String, i64), bool>>(r#"["a",1,true,false]"#);
    let bytes: Base64 = serde_json::from_str("\"aGk\"").expect("Base64");
    assert_eq!(bytes.0, b"hi");
    assert_eq!(serde_json::to_string(&bytes).expect("JSON"), "\"aGk=\"");
    serde_json::from_str::<Base64>("\"*\"").expect_err("no Base64");
}

#[test]
fn absent_keys_stay_absent_and_null_is_an_error_where_there_is_none() {
    let absent: union::Thing = json::from_str(r#"{"when":1}"#).expect("valid");
    assert_eq!(toml::to_string(&absent).expect("TOML"), "when = 1\n");
    let back: union::Thing = toml::from_str("when = 1").expect("valid");
    assert_eq!(back.many, None);
    let null: union::Thing = json::from_str(r#"{"many":null}"#).expect("valid");
    toml::to_string(&null).expect_err("TOML has no null");
}

#[test]
fn errors_are_those_of_the_reader_with_their_path() {
    let error = serde_json::from_str::<tuple::Thing>(r#"{"pair":["a","b"]}"#);
    let said = error.expect_err("a text is no number").to_string();
    assert!(said.contains(" at $.pair[1], found `\"b\""), "{said}");
    assert!(!said.contains("(byte"), "the text was not theirs: {said}");
    let said = toml::from_str::<formats::Thing>("day = 'x'").expect_err("no `at`");
    let said = said.to_string();
    assert!(said.contains("Thing with the key `at` at $"), "{said}");
    let said = serde_yaml::from_str::<closed::Order>("sideways");
    let said = said.expect_err("not listed").to_string();
    assert!(said.contains("a value of Order at $, found"), "{said}");
}

#[test]
fn numbers_keep_their_digits_or_are_an_error() {
    let text = r#"{"wide":18446744073709551615,"wider":-1000000000000000000000000000000}"#;
    let plain: integers::Thing = json::from_str(text).expect("valid");
    assert_eq!(serde_json::to_string(&plain).expect("JSON"), text);
    let yaml = serde_yaml::to_string(&plain).expect("YAML");
    let back: integers::Thing = serde_yaml::from_str(&yaml).expect(&yaml);
    assert_eq!(back, plain);
    // What `serde_json` gives is a double, and may have been rounded.
    let said = serde_json::from_str::<integers::Thing>(text).expect_err("rounded");
    assert!(said.to_string().contains("at $.wider"), "{said}");
    let large: integers::Thing = serde_json::from_str(r#"{"double":1e300}"#).expect("a double");
    assert_eq!(large.double, Some(1e300));
    let said = serde_yaml::from_str::<integers::Thing>("double: .nan").expect_err("no JSON");
    assert!(said.to_string().contains("a value that JSON has"), "{said}");
}

#[test]
fn what_formats_wrap_is_unwrapped() {
    let day: formats::Thing = toml::from_str("at = 2024-05-01T10:00:00Z").expect("a date");
    assert_eq!(day.at.as_str(), "2024-05-01T10:00:00Z");
    let exact = |text: &'static str| {
        let pairs = std::iter::once(("$serde_json::private::Number", text));
        let mut value = 0i128;
        let from = MapDeserializer::<_, Error>::new(pairs);
        crate::runtime::deserialize(&mut value, from).map(|()| value)
    };
    let wide = exact("123456789012345678901234567890").expect("a number");
    assert_eq!(wide, 123_456_789_012_345_678_901_234_567_890);
    exact("1,2").expect_err("no number");
}

#[test]
fn keys_that_are_no_text_become_text_and_nesting_has_an_end() {
    let extra: Extra = serde_yaml::from_str("{200: a, true: b}").expect("keys");
    assert_eq!(json::to_string(&extra), r#"{"200":"a","true":"b"}"#);
    let mut deep = serde_json::Value::Null;
    for _ in 0..129 {
        deep = serde_json::Value::Array(vec![deep]);
    }
    let said = Extra::deserialize(deep).expect_err("too deep").to_string();
    assert!(said.contains("nested more than 128"), "{said}");
}

#[test]
fn a_file_keeps_its_text_alone() {
    let by = |file: FilePart| {
        let body = PutFileBody::new(file, "a");
        let text = serde_json::to_string(&body).expect("JSON");
        let back: PutFileBody = serde_json::from_str(&text).expect(&text);
        (text, back.file)
    };
    let named = FilePart::new("héllo")
        .with_file_name("hello.txt")
        .with_media_type("text/plain");
    let (text, back) = by(named);
    assert_eq!(text, r#"{"file":"héllo","name":"a"}"#);
    // JSON has one text for it: the name and the media type are of the part, not of the value.
    assert_eq!(back, FilePart::new("héllo"));
    assert_eq!((back.file_name(), back.media_type()), (None, None));
    // Bytes that are no text are not kept either.
    let (_, back) = by(FilePart::new(b"a\xff".to_vec()));
    assert_eq!(
        back.data().as_bytes().map(|bytes| &bytes[..]),
        Some("a\u{fffd}".as_bytes())
    );
}
