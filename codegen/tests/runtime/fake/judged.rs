//! What a server holds bodies and parameters to: bounds, closed objects, and the branches of unions.

use super::{PutReceived, ROWS, put, send, server, wrong};
use crate::runtime::Value;
use crate::runtime::fake::{Answer, json};

/// Bodies that are refused, where, and why.
const REFUSED: &[(&str, &str, &str)] = &[
    (r#"{"code":"ä1"}"#, "/code", r"does not match `^\w\d+$`"),
    (r#"{"price":0}"#, "/price", "is not greater than 0"),
    (r#"{"price":0.301e-1}"#, "/price", "is no multiple of 0.01"),
    (r#"{"note":"é"}"#, "/note", "has fewer than 2 characters"),
    (r#"{"note":"1234"}"#, "/note", "has more than 3 characters"),
    (
        r#"{"tags":[1,{"a":1,"b":2},{"b":2,"a":1}]}"#,
        "/tags",
        "has an item twice",
    ),
    (r#"{"tags":[1,1.0]}"#, "/tags", "has an item twice"),
    (
        r#"{"rank":9007199254740992}"#,
        "/rank",
        "is none of [1,9007199254740993]",
    ),
    (
        r#"{"rank":9007199254740993.5}"#,
        "/rank",
        "is not a whole number",
    ),
    (r#"{"parts":[]}"#, "/parts", "has fewer than 1 items"),
    (
        r#"{"parts":[{},{"note":""}]}"#,
        "/parts/1/note",
        "has fewer than 2 characters",
    ),
    (
        r#"{"pair":[{"note":""}]}"#,
        "/pair/0/note",
        "has fewer than 2 characters",
    ),
    (r#"{"pair":[{},1,10]}"#, "/pair/2", "is greater than 9"),
    (
        r#"{"colour":1}"#,
        "/colour",
        "is a property that the document does not allow",
    ),
    (
        r#"{"a/b~.c":"12"}"#,
        "/a~1b~0.c",
        "has more than 1 characters",
    ),
    (r#"{"pay":"abc"}"#, "/pay", "has fewer than 4 characters"),
    (
        r#"{"pay":{"number":"1"}}"#,
        "/pay/number",
        "has fewer than 2 characters",
    ),
    (
        r#"{"pay":{"no":1}}"#,
        "/pay",
        "is not what any of its alternatives allows",
    ),
    (
        r#"{"pet":{"kind":"cat","lives":10}}"#,
        "/pet/lives",
        "is greater than 9",
    ),
    (
        r#"{"pet":{"kind":"cow"}}"#,
        "/pet/kind",
        "is none of cat, dog, hound",
    ),
    (
        r#"{"term":{"l":{"l":{"v":3}}}}"#,
        "/term/l/l/v",
        "is greater than 1",
    ),
    (
        r#"{"code":"a1","price":1,"note":"ab","tags":[],"odd":"","slow":"c"}"#,
        "",
        "has more than 5 properties",
    ),
];

#[test]
fn json_keeps_to_bounds_and_closed_objects() {
    let server = server().start_blocking().expect("a port");
    for (body, pointer, reason) in REFUSED {
        let expected = ((*pointer).to_owned(), (*reason).to_owned());
        assert_eq!(wrong(&server, body), expected, "{body}");
    }
    for body in [
        "{}",
        r#"{"rank":9007199254740993}"#,
        r#"{"rank":1.0,"tags":[9007199254740992,9007199254740993]}"#,
        r#"{"code":"a1","price":0.3,"note":"äöü","tags":[1,"1",[1]],"parts":[{"price":1e2}]}"#,
        r#"{"odd":"what is no pattern demands nothing","pay":"abcd","pet":{"kind":"cat","lives":9}}"#,
        r#"{"pay":{"number":"12"},"pet":{"kind":"hound","lives":10},"term":{"l":{"v":2}}}"#,
    ] {
        let (status, problem) = put(&server, body);
        assert_eq!(status, 200, "{body}: {problem}");
    }
}

#[test]
fn a_value_of_a_union_keeps_to_the_bounds_of_its_branch() {
    let server = server().on(&ROWS[0], json::<Value>, |put: &PutReceived| {
        Answer::<Value>::success(put.size.clone().unwrap_or_default())
    });
    let server = server.start_blocking().expect("a port");
    for (text, value) in [
        ("1", 1.into()),
        ("100", 100.into()),
        ("all", Value::from("all")),
    ] {
        let (status, said) = send(&server, &format!("?size={text}"), "text/none", b"");
        assert_eq!((status, said), (200, value), "{text}");
    }
    for (text, reason) in [
        ("0", "is less than 1"),
        ("101", "is greater than 100"),
        ("some", "is not what any of its alternatives allows"),
    ] {
        let (status, problem) = send(&server, &format!("?size={text}"), "text/none", b"");
        assert_eq!(
            (status, &problem["reason"]),
            (400, &reason.into()),
            "{text}"
        );
    }
}

#[test]
fn a_list_or_an_object_of_a_union_keeps_to_the_bounds_of_its_branch() {
    let server = server().start_blocking().expect("a port");
    for query in ["ids=1&ids=9", "lat=90", "loop=7", "loop=abc"] {
        let (status, problem) = send(&server, &format!("?{query}"), "text/none", b"");
        assert_eq!(status, 200, "{query}: {problem}");
    }
    for (query, name, reason) in [
        ("ids=1&ids=10", "ids", "at `[1]` is greater than 9"),
        ("ids=1&ids=2&ids=3", "ids", "has more than 2 items"),
        ("lat=91", "ids", "at `lat` is greater than 90"),
        ("loop=ab", "loop", "has fewer than 3 characters"),
        ("long=1", "long", "is no parameter of the operation"),
    ] {
        let (status, problem) = send(&server, &format!("?{query}"), "text/none", b"");
        assert_eq!(status, 400, "{query}: {problem}");
        assert_eq!(
            (&problem["name"], &problem["reason"]),
            (&name.into(), &reason.into())
        );
    }
    let (pointer, _) = wrong(&server, r#"{"loop":true}"#);
    assert_eq!(pointer, "/loop");
}
