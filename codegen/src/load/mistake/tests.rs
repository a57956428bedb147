//! Broken documents, and what is said of each.

use super::find;
use crate::load::parse::read;
use crate::load::tree::Budget;

/// What is said of a text: `line:column message`.
fn said(text: &str) -> String {
    let budget = Budget {
        nodes: 1_000,
        bytes: 1_000,
    };
    let failed = read(text, budget).err().expect("it is broken");
    match find(text, &failed.0) {
        Some(found) => format!("{}:{} {}", found.line, found.column, found.message),
        None => format!("nothing: {:?}", failed.0),
    }
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (said(text), *expected))
        .filter(|(said, expected)| !said.starts_with(expected))
        .map(|(said, expected)| format!("expected {expected}\n     got {said}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn mistakes_in_yaml_are_found_where_they_are_made() {
    check(&[
        (
            "a:\n  b: \"1\n  c: 2\n  \"d\": 3\n",
            "2:6 this quote is not closed before the next one, on line 4",
        ),
        (
            "a: 1\nb: {c: d, e: \"f}\ng: 1\n",
            "2:14 this quote is never closed",
        ),
        ("a: 'b's'\n", "1:7 text stands behind the closing quote"),
        ("a: \"b\" c\n", "1:8 text stands behind the closing quote"),
        ("a: {b} c\n", "1:8 text stands behind the closing bracket"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1 a tab indents this line"),
        (
            "a:\n    b: 1\n   c: 2\n",
            "3:4 this line is indented by 3, and those above it by 4, 0",
        ),
        (
            "a:\n  b: 1\n    c: 2\n",
            "3:5 this line is indented further than the one above",
        ),
        ("a: note: b\n", "1:8 a text without quotes has a `: ` in it"),
        ("a: [b, c\nd: 1\ne: 2\n", "1:4 this `[` is not closed"),
        ("a: {b: c\nd: 1\ne: 2\n", "1:4 this `{` is not closed"),
        ("a: 1\nb\nc: 2\n", "2:1 a `:` is missing behind this"),
        (
            "a:\n  b: [\n  - c: 1\n  - d: 2\n",
            "2:6 this `[` is not closed",
        ),
        (
            "a: | b\nc: 1\n",
            "1:4 text stands behind the `|` that begins a block",
        ),
        ("a: >= b\nc: 1\n", "1:4 text stands behind the `>`"),
        ("a: {b: c}}\nd: 1\n", "1:10 this `}` closes nothing"),
        (
            "a:\n  - b\n  c: 1\n",
            "3:3 this stands among the items of a list",
        ),
        ("a: {{b}: 1}\n", "1:5 an object or a list stands where"),
        ("a: @b\n", "1:4 a text cannot begin with `@`"),
        ("a: %b\n", "1:4 a text cannot begin with `%`"),
        ("a: *b c\n", "1:4 `*b` refers to an anchor that is nowhere"),
        ("a: & b\n", "1:4 a text cannot begin with `&`"),
        ("a:\n  b:c\n  d: e\n", "2:3 this is no key and value"),
        (
            "a:\n  -b: c\n   d: e\n",
            "2:3 there is no space behind the `-`",
        ),
        (
            "a:\n  b: c\n  - d\n",
            "3:3 an item of a list stands among the keys",
        ),
        ("a: \"\\d\"\n", "1:5 this backslash means nothing"),
    ]);
}

#[test]
fn mistakes_in_json_are_found_where_they_are_made() {
    check(&[
        (
            "{\n  \"a\": \"ü\"\n  \"b\": 1\n}",
            "2:10 a `,` is missing behind this",
        ),
        (
            "{\n  \"a\": \"b,\n  \"c\": 1\n}",
            "2:8 this text is never closed",
        ),
        ("{\n  \"a\" 1\n}", "2:7 a `:` is missing behind the key"),
        (
            "{\n  \"a\": {\n    \"b\": [1\n  }\n}",
            "4:3 `}` closes nothing: the `[` of line 3 is still open",
        ),
        (
            "{\n  \"a\": \"b\tc\" \"d\": 1\n}",
            "2:10 a text cannot hold this character",
        ),
        ("{\n  \"a\": {\n", "2:8 this `{` is never closed"),
        ("{\n  \"a\": \"\\d\"\n}", "2:"),
        (
            "{ // note\n  \"a\": 1\n  \"b\": 1\n}",
            "2:8 a `,` is missing behind this",
        ),
    ]);
}

#[test]
fn what_a_merge_left_is_told_at_its_first_mark() {
    let message = "2:1 two versions of the document were not merged";
    check(&[
        (
            "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n",
            message,
        ),
        (
            "{\n<<<<<<< HEAD\n  \"b\": 2\n=======\n  \"b\": 3\n>>>>>>> other\n}",
            message,
        ),
        ("a: 1\n=======\nb: 3\n>>>>>>> other\n", message),
    ]);
}
