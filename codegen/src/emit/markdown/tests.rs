//! Prose as the documents have it, and the lines that come of it.

use super::{line, lines};

fn check(input: &str, expected: &[&str]) {
    assert_eq!(lines(input), expected, "{input:?}");
}

#[test]
fn text_is_wrapped_and_paragraphs_stay() {
    check("a\nb\n\n\nc", &["a b", "", "c"]);
    let long = "word ".repeat(40);
    assert!(lines(&long).iter().all(|line| line.len() <= 80));
}

#[test]
fn brackets_and_html_are_text() {
    check(
        "see [foo] and [foo][bar]",
        &["see \\[foo\\] and \\[foo\\]\\[bar\\]"],
    );
    check("<script>x</script> a<b", &["\\<script>x\\</script> a\\<b"]);
    check(
        "[home](https://a.example/b)",
        &["[home](<https://a.example/b>)"],
    );
    check("[there](#/paths)", &["there"]);
    check("[x](javascript:alert)", &["x"]);
    check(
        "![p](http://a.example/p.png)",
        &["[p](<http://a.example/p.png>)"],
    );
    check("https://a.example/b.", &["<https://a.example/b>."]);
    check("&#x202e; &amp;", &["\\&#x202e; &amp;"]);
}

#[test]
fn code_is_never_rust() {
    check("```\nlet x;\n```", &["```text", "let x;", "```"]);
    check("```rust\n```", &["```text", "```"]);
    check("~~~\n```\n~~~", &["````text", "```", "````"]);
    check("    let x;\n      y", &["```text", "let x;", "  y", "```"]);
    check("```open", &["```text", "```"]);
    check("a `x y` b", &["a `x y` b"]);
    check("a ` b", &["a \\` b"]);
}

#[test]
fn lists_keep_their_shape() {
    check(
        "a:\n* one\ntwo\n* three\n  - four",
        &["a:", "", "- one two", "- three", "  - four"],
    );
    check("1. a\n2. b\n\nc", &["1. a", "2. b", "", "c"]);
    check("- a\n\n  b\n\nc", &["- a", "", "  b", "", "c"]);
    check(
        "- a\n  ```\n  x\n  ```",
        &["- a", "  ```text", "  x", "  ```"],
    );
}

#[test]
fn nothing_opens_a_block_by_accident() {
    let filler = "x".repeat(79);
    check(&format!("{filler} - a"), &[&filler, "\\- a"]);
    check(&format!("{filler} 1. a"), &[&filler, "1\\. a"]);
    check(&format!("{filler} ~~~ a"), &[&filler, "\\~~~ a"]);
    check(&format!("{filler} > a"), &[&filler, "\\> a"]);
    check("a\n===", &["**a**"]);
    check("# a [b]", &["**a \\[b\\]**"]);
}

#[test]
fn hidden_characters_are_shown() {
    check("a\u{202e}b\u{7}", &["a\\\\u{202e}b\\\\u{7}"]);
    assert_eq!(line("a\r\nb"), "a b");
}

#[test]
fn tables_and_quotes() {
    check(
        "| a | b |\n|---|---|\n| `x` | [y] |",
        &["| a | b |", "|---|---|", "| `x` | \\[y\\] |"],
    );
    check("> a\n> b", &["> a b"]);
}
