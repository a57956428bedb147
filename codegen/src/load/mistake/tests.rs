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
            "a: \"|\n  Text.\nb:\n  c: {d: \"#/e\"}\n  f: 1\n",
            "1:4 this quote is not closed on its line",
        ),
        // The first is closed, two lines below.
        (
            "x: \"one\n  it: 'is'\n  two\"\na: \"|\n  Text.\nb:\n  c: {d: \"#/e\"}\n  f: 1\n",
            "4:4 this quote is not closed on its line",
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
fn what_yaml_cannot_say_is_told_where_it_stands() {
    check(&[
        ("a:\n  b: *c* d\n", "2:6 a text cannot begin with `*`"),
        (
            "a:\n  b: \"C:\\new\\x\"\n",
            "2:13 behind this backslash digits",
        ),
        ("a: - b\n", "1:4 a text cannot begin with `- `"),
        ("a: ? b\n", "1:4 a text cannot begin with `? `"),
        (
            "a: 1\nb: c\u{1b}d\n",
            "2:5 this character cannot stand here: U+001B",
        ),
        ("a\0:\0 \0b\0", "1:1 not UTF-8 text"),
        ("a: {b: 'c}\nd: 'e'\nf: 1\n", "1:8 this quote is not closed"),
        ("- {a: b}}\n- c\n", "1:9 this `}` closes nothing"),
        (
            "a:\n  - b: 1\n  {b: 2}\n  - b: 3\n",
            "3:3 this stands among the items of a list",
        ),
        (
            "a: 5\" {b\nc: |\n  see [d\ne: [\n  - f\n",
            "4:4 this `[` is not closed",
        ),
        ("a:\n  -\t{b: c}\n", "2:4 a tab stands where a space"),
        ("```yaml\na: 1\n```\n", "1:1 the document stands within"),
        ("\"a\": \"b\",\n\"c\": \"d\"\n", "1:9 a comma stands behind"),
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
        ("{\n  \"a\": \"\\d\"\n}", "2:9 this backslash means"),
        (
            "{\n  \"a\": [1\n  \"b\": 2\n}",
            "2:8 this `[` is not closed before line 3",
        ),
        (
            "{\n  \"a\": [1,\n  \"b\": 2\n}",
            "2:8 this `[` is not closed before line 3",
        ),
        (
            "[\n  {\"a\": 1,\n  {\"b\": 2}\n]",
            "2:3 this `{` is not closed before line 3",
        ),
        ("{\"a\": 1,,\n\"b\": 2}", "1:9 this comma is one too many"),
        (
            "{\"a\": \"say \"hi\" now\"}",
            "1:12 this quote ends the text",
        ),
        (
            "{\"a: \"b\", \"c\": 1}",
            "1:2 the quote of this key is not closed",
        ),
        (
            "{ // see [docs\n  \"a\": {\n",
            "2:8 this `{` is never closed",
        ),
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
