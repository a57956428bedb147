//! The examples of RFC 6570, section 3.2, and of the specification, as far as a style can give them: each value is
//! copied from there by hand, none from what the runtime wrote.

use super::petstore;
use crate::runtime::{Endpoint, Error, Location, Parameter, Style, Value};
use serde_json::json;

/// The path and query, and the cookies, that come of some parameters.
pub(super) fn try_send(
    parameters: Vec<Parameter>,
    values: &[Value],
) -> Result<(String, Option<String>), Error<()>> {
    let in_path = parameters
        .iter()
        .filter(|parameter| parameter.location == Location::Path);
    let path = in_path.fold("/X".to_owned(), |path, parameter| {
        path + "{" + parameter.name + "}"
    });
    // Each case needs an endpoint of its own, and endpoints live as long as the program.
    let endpoint = Box::leak(Box::new(Endpoint {
        id: "op",
        method: "GET",
        path: path.leak(),
        parameters: parameters.leak(),
        accept: "",
        security: &[],
        api: petstore::API_REF,
        servers: None,
    }));
    let values: Vec<_> = values.iter().map(|value| value as _).collect();
    let request = petstore::call(endpoint, &values).into_request::<()>()?;
    let target = request
        .uri()
        .path_and_query()
        .expect("a target")
        .to_string();
    let target = target.split_once("/X").expect("the path").1.to_owned();
    let cookie = request
        .headers()
        .get("cookie")
        .map(|value| value.to_str().expect("ASCII").to_owned());
    Ok((target, cookie))
}

pub(super) fn parameter(
    name: &'static str,
    location: Location,
    style: Style,
    explode: bool,
) -> Parameter {
    Parameter {
        name,
        location,
        style,
        explode,
        allow_reserved: false,
        idempotency: false,
        required: false,
        bounds: crate::runtime::Bounds::NONE,
    }
}

fn target(parameter: Parameter, value: Value) -> String {
    try_send(vec![parameter], &[value]).expect("a request").0
}

fn query(name: &'static str, style: Style, explode: bool, value: Value) -> String {
    target(parameter(name, Location::Query, style, explode), value)
}

fn path(name: &'static str, style: Style, explode: bool, value: Value) -> String {
    target(parameter(name, Location::Path, style, explode), value)
}

// The variables of RFC 6570, section 3.2.

fn list() -> Value {
    json!(["red", "green", "blue"])
}

fn keys() -> Value {
    json!({"semi": ";", "dot": ".", "comma": ","})
}

/// RFC 6570, section 3.2.2: `{var}`.
#[test]
fn simple_expansion() {
    let simple = |explode, value| path("v", Style::Simple, explode, value);
    assert_eq!(simple(false, json!("value")), "value");
    assert_eq!(simple(false, json!("Hello World!")), "Hello%20World%21");
    assert_eq!(simple(false, json!("50%")), "50%25");
    assert_eq!(simple(false, json!(1024)), "1024");
    assert_eq!(simple(false, list()), "red,green,blue");
    assert_eq!(simple(true, list()), "red,green,blue");
    assert_eq!(simple(false, keys()), "semi,%3B,dot,.,comma,%2C");
    assert_eq!(simple(true, keys()), "semi=%3B,dot=.,comma=%2C");
}

/// RFC 6570, section 3.2.3: `{+var}`, which is `allowReserved`. In a path, `?` is encoded all the same.
#[test]
fn reserved_expansion() {
    let reserved = |location, style, explode, value| {
        let parameter = Parameter {
            allow_reserved: true,
            idempotency: false,
            ..parameter("v", location, style, explode)
        };
        target(parameter, value)
    };
    let path = |explode, value| reserved(Location::Path, Style::Simple, explode, value);
    assert_eq!(path(false, json!("value")), "value");
    assert_eq!(path(false, json!("Hello World!")), "Hello%20World!");
    assert_eq!(path(false, json!("50%")), "50%25");
    assert_eq!(path(false, json!("/foo/bar")), "/foo/bar");
    assert_eq!(path(false, list()), "red,green,blue");
    assert_eq!(path(false, keys()), "semi,;,dot,.,comma,,");
    assert_eq!(path(true, keys()), "semi=;,dot=.,comma=,");
    // OpenAPI 3.2, Appendix C: triples pass, what no URL can hold does not.
    let formulas = json!({"a": "x%2By", "b": "x/y", "c": "x^y"});
    assert_eq!(
        reserved(Location::Query, Style::Form, true, formulas),
        "?a=x%2By&b=x/y&c=x%5Ey"
    );
}

/// RFC 6570, section 3.2.5: `{.var}`.
#[test]
fn label_expansion() {
    let label = |explode, value| path("v", Style::Label, explode, value);
    assert_eq!(label(false, json!("fred")), ".fred");
    assert_eq!(label(false, json!("50%")), ".50%25");
    assert_eq!(label(false, list()), ".red,green,blue");
    assert_eq!(label(true, list()), ".red.green.blue");
    assert_eq!(label(false, keys()), ".semi,%3B,dot,.,comma,%2C");
    assert_eq!(label(true, keys()), ".semi=%3B.dot=..comma=%2C");
    assert_eq!(label(false, json!("")), ".", "`X{{.empty}}`");
}

/// RFC 6570, section 3.2.7: `{;var}`.
#[test]
fn matrix_expansion() {
    let matrix = |name, explode, value| path(name, Style::Matrix, explode, value);
    assert_eq!(matrix("who", false, json!("fred")), ";who=fred");
    assert_eq!(matrix("half", false, json!("50%")), ";half=50%25");
    assert_eq!(matrix("empty", false, json!("")), ";empty");
    assert_eq!(matrix("list", false, list()), ";list=red,green,blue");
    assert_eq!(
        matrix("list", true, list()),
        ";list=red;list=green;list=blue"
    );
    assert_eq!(
        matrix("keys", false, keys()),
        ";keys=semi,%3B,dot,.,comma,%2C"
    );
    assert_eq!(matrix("keys", true, keys()), ";semi=%3B;dot=.;comma=%2C");
}

/// RFC 6570, section 3.2.8: `{?x,y}`.
#[test]
fn form_expansion() {
    let form = |name, explode, value| query(name, Style::Form, explode, value);
    assert_eq!(form("who", true, json!("fred")), "?who=fred");
    assert_eq!(form("half", true, json!("50%")), "?half=50%25");
    assert_eq!(form("list", false, list()), "?list=red,green,blue");
    assert_eq!(form("list", true, list()), "?list=red&list=green&list=blue");
    assert_eq!(
        form("keys", false, keys()),
        "?keys=semi,%3B,dot,.,comma,%2C"
    );
    assert_eq!(form("keys", true, keys()), "?semi=%3B&dot=.&comma=%2C");
    let several = |names: [&'static str; 3], values: [Value; 3]| {
        let parameters = names.map(|name| parameter(name, Location::Query, Style::Form, true));
        try_send(parameters.into(), &values).expect("a request").0
    };
    assert_eq!(
        several(["x", "y", "empty"], [json!(1024), json!(768), json!("")]),
        "?x=1024&y=768&empty="
    );
    // Undefined is what `null` and empty arrays and objects are (section 2.3).
    for undefined in [json!(null), json!([]), json!({})] {
        assert_eq!(
            several(["x", "y", "undef"], [json!(1024), json!(768), undefined]),
            "?x=1024&y=768"
        );
    }
}

/// OpenAPI 3.2, Parameter Object Examples and Appendix C.
#[test]
fn the_examples_of_the_specification() {
    assert_eq!(
        path("username", Style::Simple, false, json!("diṅnāga")),
        "di%E1%B9%85n%C4%81ga"
    );
    assert_eq!(
        query(
            "thing",
            Style::Form,
            true,
            json!(["one thing", "another thing"])
        ),
        "?thing=one%20thing&thing=another%20thing"
    );
    assert_eq!(
        query(
            "freeForm",
            Style::Form,
            true,
            json!({"page": 4, "pageSize": 50})
        ),
        "?page=4&pageSize=50"
    );
    let json = Style::Content("application/json");
    assert_eq!(
        query(
            "coordinates",
            json,
            false,
            json!({"lat": 40.6, "long": -73.9})
        ),
        "?coordinates=%7B%22lat%22%3A40.6%2C%22long%22%3A-73.9%7D"
    );
    assert_eq!(
        query("❤️", Style::Form, true, json!("love!")),
        "?%E2%9D%A4%EF%B8%8F=love%21"
    );
    assert_eq!(
        query(
            "words",
            Style::SpaceDelimited,
            false,
            json!(["math", "is", "fun"])
        ),
        "?words=math%20is%20fun"
    );
}

/// OpenAPI 3.2, Parameter Object Examples, `in: querystring`. A space is `%20`, which the section on URL
/// percent-encoding lets stand for `+`.
#[test]
fn a_document_can_be_the_whole_query() {
    let whole = |media, value| {
        target(
            parameter("q", Location::QueryString, Style::Content(media), false),
            value,
        )
    };
    assert_eq!(
        whole(
            "application/x-www-form-urlencoded",
            json!({"foo": "a + b", "bar": true})
        ),
        "?foo=a%20%2B%20b&bar=true"
    );
    assert_eq!(
        whole("application/json", json!({"numbers": [1, 2], "flag": null})),
        "?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"
    );
    // Text of a type that is not JSON has no quotes.
    assert_eq!(
        whole("application/jsonpath", json!("$.a.b[1:1]")),
        "?%24.a.b%5B1%3A1%5D"
    );
}

/// A parameter with `content` is a document wherever it stands, encoded as the place needs it.
#[test]
fn documents_in_each_place() {
    let json = Style::Content("application/vnd.color+json");
    let value = || json!({"a": "b c"});
    assert_eq!(
        path("p", json, false, value()),
        "%7B%22a%22%3A%22b%20c%22%7D"
    );
    assert_eq!(
        query("p", json, false, value()),
        "?p=%7B%22a%22%3A%22b%20c%22%7D"
    );
    assert_eq!(path("p", json, false, json!("x")), "%22x%22");
    assert_eq!(
        path("p", Style::Content("text/plain"), false, json!("x")),
        "x"
    );
}

/// Dates are text like any other: the colons of a time are encoded.
#[test]
fn dates_are_text() {
    let value = || json!("2026-01-02T03:04:05Z");
    assert_eq!(
        query("since", Style::Form, true, value()),
        "?since=2026-01-02T03%3A04%3A05Z"
    );
    assert_eq!(
        path("since", Style::Simple, false, value()),
        "2026-01-02T03%3A04%3A05Z"
    );
}

/// What the table has no value for (`n/a`): a single value in a style for several is written as in `form`.
#[test]
fn single_values_in_styles_for_several() {
    for style in [
        Style::SpaceDelimited,
        Style::PipeDelimited,
        Style::DeepObject,
    ] {
        for explode in [false, true] {
            assert_eq!(query("color", style, explode, json!("a b")), "?color=a%20b");
        }
    }
    assert_eq!(
        query("color", Style::DeepObject, true, json!(["a", "b"])),
        "?color%5B0%5D=a&color%5B1%5D=b"
    );
}

/// What the specification leaves open: an array or an object within a value is JSON, encoded as the place needs it.
#[test]
fn values_within_values_are_json() {
    let nested = || json!(["a", {"b": [1, null]}]);
    let encoded = "%7B%22b%22%3A%5B1%2Cnull%5D%7D";
    assert_eq!(
        path("p", Style::Simple, false, nested()),
        format!("a,{encoded}")
    );
    assert_eq!(
        path("p", Style::Label, true, nested()),
        format!(".a.{encoded}")
    );
    assert_eq!(
        path("p", Style::Matrix, true, nested()),
        format!(";p=a;p={encoded}")
    );
    assert_eq!(
        query("p", Style::Form, false, nested()),
        format!("?p=a,{encoded}")
    );
    assert_eq!(
        query("p", Style::PipeDelimited, false, nested()),
        format!("?p=a%7C{encoded}")
    );
    let object = json!({"k": {"b": [1, null]}});
    assert_eq!(
        query("p", Style::Form, true, object),
        format!("?k={encoded}")
    );
}
