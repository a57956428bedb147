//! Cookies: what is sent as it is, and what is encoded (OpenAPI 3.2, Style Examples and Appendix D; RFC 6265).

use super::expansion::{parameter, try_send};
use crate::runtime::{Error, Location, Parameter, Style, Value};
use serde_json::json;

fn cookie(style: Style, explode: bool, value: Value) -> Result<Option<String>, Error<()>> {
    let parameter = parameter("color", Location::Cookie, style, explode);
    Ok(try_send(vec![parameter], &[value])?.1)
}

#[test]
fn documents_are_encoded() {
    let json = Style::Content("application/vnd.color+json");
    let value = || json!({"a": "b c"});
    assert_eq!(
        cookie(json, false, value()).expect("a request").as_deref(),
        Some("color=%7B%22a%22%3A%22b%20c%22%7D")
    );
}

/// OpenAPI 3.2, Style Examples and Parameter Object Examples: `style: cookie`.
#[test]
fn cookies_of_their_own_style_are_sent_as_they_are() {
    let bare = |explode, value| cookie(Style::Cookie, explode, value).expect("a request");
    let expect = |text: &str| Some(text.to_owned());
    assert_eq!(bare(false, json!("blue")), expect("color=blue"));
    assert_eq!(bare(true, json!("blue")), expect("color=blue"));
    assert_eq!(bare(true, json!("")), expect("color="));
    assert_eq!(
        bare(true, json!(["blue", "black", "brown"])),
        expect("color=blue; color=black; color=brown")
    );
    assert_eq!(
        bare(true, json!({"R": 100, "G": 200, "B": 150})),
        expect("R=100; G=200; B=150")
    );
    assert_eq!(
        bare(true, json!({"greeting": "Hello%2C%20world!", "code": 42})),
        expect("greeting=Hello%2C%20world!; code=42")
    );
    assert_eq!(bare(true, json!(null)), None);
}

/// RFC 6265, section 4.1.1: what is no `cookie-octet` cannot be sent as it is.
#[test]
fn bare_cookies_cannot_begin_new_ones() {
    let styles = [Style::Cookie, Style::Content("text/plain")];
    for style in styles {
        assert_eq!(
            cookie(style, true, json!("a%20b=c/d"))
                .expect("a request")
                .as_deref(),
            Some("color=a%20b=c/d")
        );
        for value in [
            "a; b=c", "a b", "a,b", "a\"b", "a\\b", "é", "a\r\nb", "\u{7f}",
        ] {
            let error = cookie(style, true, json!(value)).expect_err("an error");
            assert_eq!(error.parameter(), Some("color"), "{value:?}");
        }
    }
    assert!(cookie(Style::Cookie, true, json!({"a;b": 1})).is_err());
    assert!(cookie(Style::Cookie, true, json!(["a", "b;c"])).is_err());
}

/// OpenAPI 3.2, Parameter Object Examples and Appendix D: `style: form` encodes, `allowReserved` only what it must.
#[test]
fn cookies_of_the_form_style_are_encoded() {
    let form = |value| cookie(Style::Form, true, value).expect("a request");
    assert_eq!(
        form(json!("Hello, world!")).as_deref(),
        Some("color=Hello%2C%20world%21")
    );
    let parameter = Parameter {
        allow_reserved: true,
        ..parameter("color", Location::Cookie, Style::Form, true)
    };
    let value = json!("Hello%2C world!; a=b/c?d,e\"\\");
    let (_, cookie) = try_send(vec![parameter], &[value]).expect("a request");
    assert_eq!(
        cookie.as_deref(),
        Some("color=Hello%2C%20world!%3B%20a=b/c?d%2Ce%22%5C")
    );
}
