//! Response headers as values. The expected values follow from the style `simple` (OpenAPI, Style Examples) by hand.

use crate::runtime::{Header, HeaderForm, HeaderProblem, HeaderView, Value};
use http::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::json;
use std::collections::BTreeMap;

type Map = BTreeMap<String, Value>;

fn headers(lines: &[(&str, &[u8])]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in lines {
        let name: HeaderName = name.parse().expect("a name");
        map.append(name, HeaderValue::from_bytes(value).expect("a value"));
    }
    map
}

/// The value that a header in this form has, as `T`.
fn read<T: crate::runtime::Wire + 'static>(form: HeaderForm, value: &str) -> Option<T> {
    let rows: &'static [Header] = Box::leak(Box::new([Header::new::<T>("X-It", form)]));
    let headers = headers(&[("x-it", value.as_bytes())]);
    let view = HeaderView::new(&headers, rows);
    let value = view.get(0);
    assert_eq!(value.is_none(), !view.problems().is_empty());
    value
}

#[test]
fn scalars_are_read_as_they_stand() {
    assert_eq!(read(HeaderForm::Bare, "42"), Some(42i64));
    assert_eq!(read(HeaderForm::Bare, " 0.5 "), Some(0.5));
    assert_eq!(read(HeaderForm::Bare, "true"), Some(true));
    assert_eq!(read(HeaderForm::Text, "42"), Some("42".to_owned()));
    assert_eq!(
        read(HeaderForm::Text, "W/\"a\\b\", x"),
        Some("W/\"a\\b\", x".to_owned())
    );
    assert_eq!(read(HeaderForm::Text, ""), Some(String::new()));
    assert_eq!(read(HeaderForm::Any, "42"), Some(json!(42)));
    assert_eq!(read(HeaderForm::Any, "a 42"), Some(json!("a 42")));
}

#[test]
fn lists_have_commas_between_their_items() {
    let texts = |value| read::<Vec<String>>(HeaderForm::List(&HeaderForm::Text), value);
    assert_eq!(
        texts("blue,black , brown"),
        Some(vec!["blue".into(), "black".into(), "brown".into()])
    );
    assert_eq!(texts(""), Some(Vec::new()));
    assert_eq!(texts("a,,b,"), Some(vec!["a".into(), "b".into()]));
    assert_eq!(
        texts("\"a,\\\"b\", c"),
        Some(vec!["\"a,\\\"b\"".into(), "c".into()])
    );
    assert_eq!(
        texts("5\" disk, c"),
        Some(vec!["5\" disk".into(), "c".into()])
    );
    assert_eq!(
        read(HeaderForm::List(&HeaderForm::Bare), "1, -2"),
        Some(vec![1i32, -2])
    );
    assert_eq!(
        read::<Vec<i32>>(HeaderForm::List(&HeaderForm::Bare), "1],[2"),
        None
    );
}

#[test]
fn objects_have_their_properties_side_by_side_or_as_pairs() {
    static PROPERTIES: [(&str, HeaderForm); 3] = [
        ("R", HeaderForm::Bare),
        ("name", HeaderForm::Text),
        ("deep", HeaderForm::Json),
    ];
    let object = |value| read::<Map>(HeaderForm::Object(&PROPERTIES, &HeaderForm::Any), value);
    let exploded = |value| read::<Map>(HeaderForm::Exploded(&PROPERTIES, &HeaderForm::Any), value);
    let map = |value: Value| serde_json::from_value::<Map>(value).ok();
    let expected = map(json!({"R": 100, "name": "200", "more": 150}));
    assert_eq!(object("R,100,name,200,more,150"), expected);
    assert_eq!(exploded("R=100, name=200, more=150"), expected);
    assert_eq!(
        exploded("name=a=b,deep=[1]"),
        map(json!({"name": "a=b", "deep": [1]}))
    );
    assert_eq!(object(""), map(json!({})));
    assert_eq!(object("R,100,name"), None);
    assert_eq!(exploded("R=100,name"), None);
}

#[test]
fn a_header_can_be_a_document() {
    assert_eq!(
        read(HeaderForm::Json, "{\"a\": [1, 2]}"),
        Some(json!({"a": [1, 2]}))
    );
    assert_eq!(read::<Value>(HeaderForm::Json, "{\"a\": "), None);
}

static ROWS: &[Header] = &[
    Header::new::<i64>("X-Left", HeaderForm::Bare),
    Header::new::<Vec<String>>("Set-Cookie", HeaderForm::List(&HeaderForm::Text)),
    Header::new::<Vec<String>>("Allow", HeaderForm::List(&HeaderForm::Text)),
    Header::new::<String>("Server", HeaderForm::Text),
    Header::new::<i64>("X-Gone", HeaderForm::Bare),
];

#[test]
fn lines_of_one_name_are_one_list_but_cookies_are_not() {
    let headers = headers(&[
        ("set-cookie", b"a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT"),
        ("set-cookie", b"b=2, 3"),
        ("allow", b"GET, PUT"),
        ("allow", b"POST"),
        ("server", b"Gr\xfc\xdfe"),
    ]);
    let view = HeaderView::new(&headers, ROWS);
    let cookies: Vec<String> = view.get(1).expect("cookies");
    assert_eq!(
        cookies,
        ["a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT", "b=2, 3"]
    );
    assert_eq!(
        view.get::<Vec<String>>(2).expect("methods"),
        ["GET", "PUT", "POST"]
    );
    assert_eq!(view.get::<String>(3).as_deref(), Some("Grüße"));
    assert!(view.problems().is_empty());
}

/// As `emit` writes it.
struct Seen<'a> {
    view: HeaderView<'a>,
}

crate::runtime::headers!(Seen);

#[test]
fn what_is_not_as_described_is_none_and_can_be_asked_for() {
    let headers = headers(&[("x-left", b"a lot"), ("server", b"s")]);
    let view = HeaderView::new(&headers, ROWS);
    assert_eq!(view.get::<i64>(0), None);
    assert_eq!(view.get::<i64>(4), None, "it is not there");
    assert_eq!(view.get::<String>(3).as_deref(), Some("s"));
    let problems = Seen { view }.problems();
    assert_eq!(
        problems.iter().map(HeaderProblem::name).collect::<Vec<_>>(),
        ["X-Left"]
    );
    let line = problems[0].to_string();
    assert!(line.starts_with("the header `X-Left`: "), "{line}");
    assert!(line.contains("a lot"), "{line}");
}
