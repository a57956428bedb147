//! Size: aliases that repeat aliases, and plain bulk.

use super::child::{document, run};
use std::fmt::Write as _;

/// Ten levels of nine aliases each.
fn laughs(first: &str) -> String {
    let mut text = format!("a0: &a0 {first}\n");
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        let _ = writeln!(text, "a{level}: &a{level} [{aliases}]");
    }
    text
}

#[test]
fn aliases_of_aliases_are_refused() {
    run("laughs.yaml", &laughs("[lol, lol]"))
        .refuses("too-large")
        .within(100);
    run("laughs-schema.yaml", &laughs("{type: string}"))
        .refuses("too-large")
        .within(100);
    let merges: String = (1..60)
        .map(|level| {
            format!(
                "a{level}: &a{level}\n  <<: [*a{0}, *a{0}]\n  k{level}: 1\n",
                level - 1
            )
        })
        .collect();
    run("laughs-merge.yaml", &format!("a0: &a0 {{a: 1}}\n{merges}"))
        .refuses("too-large")
        .within(100);
    run("laughs-self.yaml", "a: &a [*a]\n")
        .refuses("too-deep")
        .within(100);
}

/// Few values, but each of them is long.
#[test]
fn aliases_of_a_long_text_are_refused() {
    let text = format!(
        "a: &a \"{}\"\nb: [{}]\n",
        "x".repeat(1 << 20),
        vec!["*a"; 2_000].join(",")
    );
    run("laughs-text.yaml", &text)
        .refuses("too-large")
        .says("MB of text")
        .within(400);
}

#[test]
fn long_names_and_long_lines() {
    let long = "k".repeat(1_000_000);
    let property =
        |inner: &str| format!(r#"{{"type":"object","properties":{{"{long}":{inner}}}}}"#);
    let schemas = format!(
        r#""S0":{},"{long}":{{"type":"object"}}"#,
        property(&property("{}"))
    );
    run("long-keys.json", &document("3.0.3", &schemas))
        .gives_a_crate()
        .within(100);
    let text = document("3.0.3", r#""S0":{}"#).replace("/a", &"/a".repeat(100_000));
    run("long-path.json", &text).gives_a_crate().within(100);
}

#[test]
fn many_of_everything() {
    let list = |count: usize, item: fn(usize) -> String| -> String {
        (0..count).map(item).collect::<Vec<_>>().join(",")
    };
    let cases = [
        (
            "properties",
            list(3_000, |n| format!(r#""p{n}":{{}}"#)),
            r#""S0":{"properties":{LIST}}"#,
        ),
        (
            "same",
            list(2_000, |n| format!(r#""p{}":{{}}"#, "-".repeat(n))),
            r#""S0":{"properties":{LIST}}"#,
        ),
        (
            "values",
            list(5_000, |n| format!(r#""v{n}""#)),
            r#""S0":{"enum":[LIST]}"#,
        ),
        (
            "branches",
            list(400, |n| format!(r#"{{"properties":{{"p{n}":{{}}}}}}"#)),
            r#""S0":{"oneOf":[LIST]}"#,
        ),
        (
            "schemas",
            list(1_500, |n| {
                format!(r#""s{}":{{"type":"object"}}"#, "-".repeat(n))
            }),
            r#""S0":{},LIST"#,
        ),
    ];
    for (name, list, schemas) in cases {
        let text = document("3.0.3", &schemas.replace("LIST", &list));
        run(&format!("many-{name}.json"), &text)
            .gives_a_crate()
            .within(150);
    }
}

#[test]
fn too_many_to_compare_are_refused() {
    let branches: Vec<String> = (0..4_001)
        .map(|n| format!(r#"{{"properties":{{"p{n}":{{}}}}}}"#))
        .collect();
    let text = document(
        "3.0.3",
        &format!(r#""S0":{{"oneOf":[{}]}}"#, branches.join(",")),
    );
    run("branches.json", &text)
        .refuses("too-large")
        .says("4000 alternatives")
        .within(200);
}

/// Up to 64 MB are read, whatever is in them; what is more is not even opened to its end. Ignored, because it takes
/// minutes and gigabytes of disk.
#[test]
#[ignore = "takes minutes"]
fn huge_inputs_end() {
    let room = 63 << 20;
    run("huge.json", &format!("[{}1]", "1,".repeat(50 << 20)))
        .says("error[too-large]")
        .within(100);
    run("array.json", &format!("[{}1]", "1,".repeat(room / 2)))
        .refuses("too-large")
        .within(800);
    run("array.yaml", &format!("a: [{}]", "a,".repeat(room / 2)))
        .refuses("too-large")
        .within(800);
    run("lines.yaml", &"- a\n".repeat(room / 4))
        .refuses("too-large")
        .within(800);
    let text = format!(r#""S0":{{"description":"{}"}}"#, "a ".repeat(room / 2));
    run("text.json", &document("3.0.3", &text))
        .gives_a_crate()
        .within(2_000);
    run(
        "line.yaml",
        &format!("paths: {{}}\na: \"{}\"", "a".repeat(room)),
    )
    .within(800);
    let schemas: Vec<String> = (0..1_000_000)
        .map(|n| format!(r#""S{n}":{{"type":"object"}}"#))
        .collect();
    run("schemas.json", &document("3.0.3", &schemas.join(",")))
        .refuses("too-large")
        .within(1_500);
}
