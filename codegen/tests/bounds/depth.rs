//! Depth: a hundred thousand levels of everything that nests, and references that nest where brackets do not.

use super::child::{Link, Unnamed, chain, document, run};

const LEVELS: usize = 100_000;

fn nested(open: &str, core: &str, close: &str) -> String {
    format!("{}{core}{}", open.repeat(LEVELS), close.repeat(LEVELS))
}

#[test]
fn deep_json_is_refused() {
    let schemas = [
        ("items", nested(r#"{"items":"#, "{}", "}")),
        ("properties", nested(r#"{"properties":{"a":"#, "{}", "}}")),
        ("allof", nested(r#"{"allOf":["#, "{}", "]}")),
        ("oneof", nested(r#"{"oneOf":[{},"#, "{}", "]}")),
        (
            "example",
            format!(r#"{{"example":{}}}"#, nested("[", "", "]")),
        ),
    ];
    for (name, schema) in schemas {
        let text = document("3.0.3", &format!(r#""S0":{schema}"#));
        run(&format!("deep-{name}.json"), &text)
            .refuses("too-deep")
            .within(100);
    }
    run("deep-open.json", &"[".repeat(LEVELS))
        .refuses("too-deep")
        .within(100);
}

#[test]
fn deep_yaml_is_refused() {
    let flow = format!("openapi: 3.0.3\nx: {}", nested("{a: [", "", "]}"));
    run("deep-flow.yaml", &flow).refuses("too-deep").within(100);
    run("deep-open.yaml", &format!("x: {}", "[".repeat(LEVELS)))
        .refuses("too-deep")
        .within(100);
    run(
        "deep-dashes.yaml",
        &format!("x:\n  {}a", "- ".repeat(LEVELS)),
    )
    .refuses("too-deep")
    .within(100);
    let block: String = (0..3_000)
        .map(|level| format!("{}a:\n", " ".repeat(level)))
        .collect();
    run("deep-block.yaml", &block)
        .refuses("too-deep")
        .within(100);
}

#[test]
fn references_nest_without_end() {
    let links: [Link; 6] = [
        ("reference", |_, next| next.to_owned()),
        ("items", |_, next| {
            format!(r#"{{"type":"array","items":{next}}}"#)
        }),
        ("property", |_, next| {
            format!(r#"{{"properties":{{"a":{next}}},"required":["a"]}}"#)
        }),
        ("allof", |index, next| {
            format!(r#"{{"allOf":[{next}],"properties":{{"p{index}":{{}}}}}}"#)
        }),
        ("oneof", |_, next| {
            format!(r#"{{"oneOf":[{next},{{"type":"string"}}]}}"#)
        }),
        ("inline", |_, next| {
            format!(
                r#"{{"anyOf":[{{"allOf":[{next},{{"properties":{{"x":{{}}}}}}]}},{{"type":"string"}}]}}"#
            )
        }),
    ];
    for (name, link) in links {
        let text = document("3.0.3", &chain(1_500, link));
        run(&format!("chain-{name}.json"), &text)
            .gives_a_crate()
            .within(200);
    }
}

/// Schemas without a name of their own, each inside the next: the whole chain would be one type.
#[test]
fn unnamed_schemas_nest_without_end() {
    let links: [Unnamed; 4] = [
        ("items", |next| {
            format!(r#"{{"type":"array","items":{next}}}"#)
        }),
        ("map", |next| {
            format!(r#"{{"type":"object","additionalProperties":{next}}}"#)
        }),
        ("tuple", |next| {
            format!(r#"{{"type":"array","prefixItems":[{next}],"items":false}}"#)
        }),
        ("null", |next| {
            format!(r#"{{"oneOf":[{next},{{"type":"null"}}]}}"#)
        }),
    ];
    for (name, link) in links {
        let text = responses(3_000, link);
        run(&format!("unnamed-{name}.json"), &text)
            .gives_a_crate()
            .within(200);
    }
}

/// Responses whose schemas refer to that of the next response.
pub(crate) fn responses(count: usize, link: fn(&str) -> String) -> String {
    let response = |index: usize, schema: &str| {
        format!(
            r#""R{index}":{{"description":"d","content":{{"application/json":{{"schema":{schema}}}}}}}"#
        )
    };
    let mut list: Vec<String> = (0..count)
        .map(|index| {
            let next = format!(
                r##"{{"$ref":"#/components/responses/R{}/content/application~1json/schema"}}"##,
                index + 1
            );
            response(index, &link(&next))
        })
        .collect();
    list.push(response(count, r#"{"type":"string"}"#));
    format!(
        r##"{{"openapi":"3.1.0","info":{{"title":"t","version":"1"}},"paths":{{"/a":{{"get":{{"responses":
        {{"200":{{"$ref":"#/components/responses/R0"}}}}}}}}}},"components":{{"responses":{{{}}}}}}}"##,
        list.join(",")
    )
}
