//! Parameters that are given as texts: they go out as the values that they are.

use super::petstore;
use crate::runtime::{Endpoint, Location, Parameter, Style, Value};

#[test]
fn a_text_goes_out_as_the_value_that_it_is() {
    static ENDPOINT: Endpoint = Endpoint {
        id: "op",
        method: "GET",
        path: "/{part}",
        parameters: &[
            Parameter::path("part"),
            Parameter::query("asked"),
            Parameter {
                location: Location::Header,
                style: Style::Simple,
                ..Parameter::query("told")
            },
        ],
        accept: "",
        security: &[],
        api: petstore::API_REF,
        servers: None,
    };
    for text in [
        "plain",
        "\"a\" \\ b/c?d&e=f",
        "12",
        "null",
        "tab\t, 100 % é 漢",
    ] {
        let value = Value::from(text);
        let by_value = petstore::call(&ENDPOINT, &[&value, &value, &value]);
        let mut by_text = petstore::call(&ENDPOINT, &[]);
        (0..3).for_each(|parameter| by_text.set_text(parameter, text.to_owned()));
        let [by_value, by_text] =
            [by_value, by_text].map(|call| call.into_request::<()>().expect(text));
        assert_eq!(by_value.uri(), by_text.uri());
        assert_eq!(by_value.headers(), by_text.headers());
        assert!(by_text.headers().contains_key("told"), "{text}");
    }
}
