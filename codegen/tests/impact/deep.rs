//! Code that is nested, or goes on, further than others write it. Invariant: what is too deep is told with its place, and the rest
//! is looked into.

use super::sources::{found_among, found_where_gone, gone, manifest};

/// What is said of a file that is too deep, while another one is looked at.
fn told_of(name: &str, deep: &str) -> String {
    let manifest = manifest("app", "shop-client = \"1\"");
    let other = "mod deep;\nfn note(order: &shop_client::shop::models::Order) -> usize {\n    order.note.len()\n}\n";
    let files = [
        ("Cargo.toml", manifest.as_str()),
        ("src/lib.rs", other),
        ("src/deep.rs", deep),
    ];
    let [base, gone] = gone();
    let (found, [out, _]) = found_among(name, &files, [(&base, ""), (&gone, "")]);
    assert_eq!(found, [("src/lib.rs".to_owned(), 3)]);
    String::from_utf8_lossy(&out.stderr).into_owned()
}

#[test]
fn code_that_is_too_deep_is_told_and_not_looked_into() {
    let brackets = |open: &str, number: usize, close: &str| {
        format!("{}1{}", open.repeat(number), close.repeat(number))
    };
    let parentheses = format!("fn deep() -> u8 {{\n    {}\n}}\n", brackets("(", 3000, ")"));
    let braces = format!(
        "macro_rules! deep {{\n    () => {}\n}}\n",
        brackets("{", 3000, "}")
    );
    for (name, deep) in [("parentheses", parentheses), ("braces", braces)] {
        let told = told_of(name, &deep);
        let expected =
            "warning: not read: src/deep.rs:2: more than 500 brackets inside of each other";
        assert!(told.contains(expected), "{told}");
    }
    let calls = format!(
        "fn deep(one: u8) -> u8 {{\n    one{}\n}}\n",
        ".clone()".repeat(20_000)
    );
    let told = told_of("calls", &calls);
    let expected = "warning: not read: src/deep.rs:2: more than 20000 tokens go on with each other";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn code_that_is_deep_and_not_too_deep_is_looked_into() {
    let source = format!(
        "fn deep(order: shop_client::shop::models::Order) {{\n    let _ = {}order.note{};\n    let _ = {}order{}.note;\n}}\n",
        "(".repeat(490),
        ")".repeat(490),
        "!".repeat(2_000),
        ".clone()".repeat(4_000),
    );
    assert_eq!(found_where_gone("deep", &source), [2, 3]);
}
