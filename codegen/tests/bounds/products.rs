//! Products: every schema refers to the next one twice, or lists of alternatives multiply. Written out they would be more
//! than there are atoms.

use super::child::{Link, Unnamed, chain, document, run};
use super::depth::responses;

const LEVELS: usize = 60;

#[test]
fn schemas_that_refer_twice_to_the_next() {
    let links: [Link; 7] = [
        ("allof", |_, next| {
            format!(r#"{{"allOf":[{next},{next},{{"properties":{{"a":{{}}}}}}]}}"#)
        }),
        ("oneof", |_, next| {
            format!(r#"{{"oneOf":[{next},{next},{{"type":"string"}}]}}"#)
        }),
        ("anyof", |_, next| {
            format!(r#"{{"anyOf":[{{"items":{next}}},{{"additionalProperties":{next}}}]}}"#)
        }),
        ("properties", |_, next| {
            format!(r#"{{"required":["a","b"],"properties":{{"a":{next},"b":{next}}}}}"#)
        }),
        ("tuple", |_, next| {
            format!(r#"{{"type":"array","prefixItems":[{next},{next}],"items":false}}"#)
        }),
        ("types", |_, next| {
            format!(r#"{{"type":["array","object"],"items":{next},"additionalProperties":{next}}}"#)
        }),
        ("inline", |_, next| {
            let branch =
                |key: &str| format!(r#"{{"required":["{key}"],"properties":{{"{key}":{next}}}}}"#);
            format!(r#"{{"oneOf":[{},{}]}}"#, branch("a"), branch("b"))
        }),
    ];
    for (name, link) in links {
        let text = document("3.1.0", &chain(LEVELS, link));
        run(&format!("twice-{name}.json"), &text)
            .gives_a_crate()
            .within(100);
    }
}

#[test]
fn unnamed_schemas_that_refer_twice_to_the_next() {
    let links: [Unnamed; 2] = [
        ("tuple", |next| {
            format!(r#"{{"type":"array","prefixItems":[{next},{next}],"items":false}}"#)
        }),
        ("union", |next| {
            format!(
                r#"{{"oneOf":[{{"type":"array","items":{next}}},{{"additionalProperties":{next}}}]}}"#
            )
        }),
    ];
    for (name, link) in links {
        run(
            &format!("unnamed-twice-{name}.json"),
            &responses(LEVELS, link),
        )
        .gives_a_crate()
        .within(100);
    }
}

#[test]
fn alternatives_multiply() {
    let one = |list: usize| {
        let branches: Vec<String> = (0..10)
            .map(|branch| format!(r#"{{"properties":{{"p{list}_{branch}":{{}}}}}}"#))
            .collect();
        format!(r#"{{"oneOf":[{}]}}"#, branches.join(","))
    };
    let lists: Vec<String> = (0..30).map(one).collect();
    let text = document(
        "3.0.3",
        &format!(r#""S0":{{"allOf":[{}]}}"#, lists.join(",")),
    );
    run("product.json", &text).gives_a_crate().within(100);
}

#[test]
fn schemas_that_are_made_of_each_other() {
    let reference = |to: usize| format!(r##"{{"$ref":"#/components/schemas/S{}"}}"##, to % 40);
    let merged = |index: usize| {
        let part = |a: usize, b: usize| {
            format!(
                r#"{{"properties":{{"a":{},"b":{}}}}}"#,
                reference(a),
                reference(b)
            )
        };
        let parts = [
            part(index + 1, index * 3 + 1),
            part(index * 5 + 2, index * 7 + 3),
        ];
        format!(r#""S{index}":{{"allOf":[{}]}}"#, parts.join(","))
    };
    let schemas: Vec<String> = (0..40).map(merged).collect();
    run("merge.json", &document("3.0.3", &schemas.join(",")))
        .gives_a_crate()
        .within(200);

    let (p, q) = (reference(0), reference(1));
    let schemas = format!(
        r#""S0":{{"oneOf":[{{"allOf":[{q},{{"oneOf":[{p},{q}]}}]}},{q}]}},"S1":{{"oneOf":[{p},{{"allOf":[{p},{q}]}}]}}"#
    );
    run("knot.json", &document("3.0.3", &schemas))
        .gives_a_crate()
        .within(100);
}

#[test]
fn cycles_end() {
    let to = |name: &str| format!(r##"{{"$ref":"#/components/schemas/{name}"}}"##);
    let cases = [
        ("self", format!(r#""S0":{}"#, to("S0"))),
        ("pair", format!(r#""S0":{},"A":{}"#, to("A"), to("S0"))),
        (
            "allof",
            format!(
                r#""S0":{{"allOf":[{}]}},"A":{{"allOf":[{}]}}"#,
                to("A"),
                to("S0")
            ),
        ),
        ("oneof", format!(r#""S0":{{"oneOf":[{0},{0}]}}"#, to("S0"))),
        (
            "items",
            format!(r#""S0":{{"type":"array","items":{}}}"#, to("S0")),
        ),
    ];
    for (name, schemas) in cases {
        let text = document("3.0.3", &schemas);
        run(&format!("cycle-{name}.json"), &text)
            .gives_a_crate()
            .within(100);
    }
}

#[test]
fn patterns_that_go_back_and_forth() {
    let text = |pattern: &str| {
        let name = format!(
            r#""S0":{{"properties":{{"a":{{"type":"string","minLength":60,"pattern":"{pattern}"}}}}}}"#
        );
        document("3.0.3", &name)
    };
    for (index, pattern) in [
        "^(a+)+b$",
        "^((a|a)*)*b$",
        "^(?=a)(a+)+b$",
        "(a{9000}){9000}",
    ]
    .iter()
    .enumerate()
    {
        run(&format!("pattern-{index}.json"), &text(pattern))
            .gives_a_crate()
            .within(200);
    }
}
