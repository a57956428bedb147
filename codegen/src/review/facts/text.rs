//! In: the pointer of a schema. Out: the words a reviewer knows it by (`Pet.tags[]`). Invariant: never empty, and no
//! longer than the pointer calls for.

use super::Sub;
use crate::source::unescape_token;

/// The component that a pointer leads to, if it leads to one and no further.
pub(super) fn component(pointer: &str) -> Option<String> {
    let name = pointer.strip_prefix("/components/schemas/")?;
    (!name.contains('/')).then(|| unescape_token(name))
}

/// What a root of schemas is called: `Pet`, `request body`, `response 200`.
pub(super) fn root(pointer: &str) -> String {
    let tokens: Vec<String> = pointer.split('/').skip(1).map(unescape_token).collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    match tokens.as_slice() {
        ["components", "schemas", name, rest @ ..] => below((*name).to_owned(), rest),
        ["components", "headers", name, ..] => format!("header {name}"),
        ["components", "parameters", name, ..] => format!("parameter {name}"),
        ["components", "requestBodies", ..] => "request body".to_owned(),
        ["components", "responses", name, ..] => format!("response {name}"),
        ["paths" | "webhooks", _, _, "requestBody", rest @ ..] => {
            below("request body".to_owned(), rest)
        }
        ["paths" | "webhooks", _, _, "responses", status, rest @ ..] => {
            below(format!("response {status}"), rest)
        }
        [.., last] => (*last).to_owned(),
        [] => "document".to_owned(),
    }
}

/// Adds the words for the rest of a pointer, where a reference leads into the middle of a schema.
fn below(mut words: String, mut rest: &[&str]) -> String {
    loop {
        rest = match rest {
            [] => return words,
            ["content", _, "schema", rest @ ..] => rest,
            ["properties" | "headers", name, rest @ ..] => {
                words = format!("{words}.{name}");
                rest
            }
            ["items", rest @ ..] => {
                words.push_str("[]");
                rest
            }
            [other, rest @ ..] => {
                words = format!("{words}/{other}");
                rest
            }
        };
    }
}

/// Adds the words for one step down a schema.
pub(super) fn step(words: &mut String, keyword: &str, sub: Sub<'_>) {
    match (keyword, sub) {
        ("properties", Sub::Key(name)) => {
            words.push('.');
            words.push_str(name);
        }
        ("allOf", _) => {}
        ("items", Sub::Whole) => words.push_str("[]"),
        ("additionalProperties", Sub::Whole) => words.push_str(".*"),
        ("patternProperties", Sub::Key(name)) => words.push_str(&format!(".({name})")),
        (_, Sub::Item(index)) => words.push_str(&format!("<{keyword} {}>", index + 1)),
        (_, Sub::Key(name)) => words.push_str(&format!("<{keyword} {name}>")),
        (_, Sub::Whole) => words.push_str(&format!("<{keyword}>")),
    }
}

#[cfg(test)]
mod tests {
    use super::root;

    #[test]
    fn a_place_is_called_what_people_call_it() {
        assert_eq!(root("/components/schemas/Pet"), "Pet");
        assert_eq!(
            root("/components/schemas/Pet/properties/tags/items"),
            "Pet.tags[]"
        );
        assert_eq!(
            root("/paths/~1a/get/responses/200/content/application~1json/schema/properties/x"),
            "response 200.x"
        );
        assert_eq!(root(""), "document");
    }
}
