//! In: one file of code that uses a crate, and two sides with what stands beside them. Out: the lines that are found in it, and
//! what is said of what touches none. Invariant: uses within macros are found like others.

use std::fs;
use std::process::Output;

use serde_json::Value;

use super::specsmith;

const PAGED: &str = "openapi: 3.0.3
info: {title: Shop, version: 1.4.2}
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - {name: skip, in: query, schema: {type: integer}}
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
components:
  schemas:
    Order:
      type: object
      properties:
        note: {type: string}
        total: {type: number}
";

const MACROS: &str = "//! Uses within macros.
use shop_client::shop::{Client, models};

pub async fn rows(client: Client, order: models::Order) -> serde_json::Value {
    println!(\"{:?}\", order.note);
    println!(\"{name:?}\", name = order.note);
    assert_eq!(order.note, None, \"none\");
    let _ = vec![order.note.clone(); 2];
    let _ = matches!(order.total, Some(total) if order.note.is_some() && total > 1.0);
    tokio::select! {
        page = async { order.note.clone() } => drop(page),
        _ = async { 1 } => drop(order.note.clone()),
    }
    let mut rows = client.list_orders().items();
    let mut pages = client.list_orders().pages();
    let _ = client.list_orders().send().await;
    serde_json::json!({
        \"note\": order.note,
        \"list\": [1, order.note],
    })
}

thread_local! {
    static NOTE: fn(&models::Order) -> Option<String> = |order: &models::Order| order.note.clone();
}
";

/// What is found in a crate with one file, by line, and what is printed: for people, and for a workflow.
fn found_in(name: &str, source: &str, sides: [(&str, &str); 2]) -> (Vec<usize>, [Output; 2]) {
    let folder =
        std::env::temp_dir().join(format!("specsmith-impact-{name}-{}", std::process::id()));
    let user = folder.join("app");
    fs::create_dir_all(user.join("src")).expect("a folder");
    let manifest = "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\nshop-client = \"1\"\n";
    fs::write(user.join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(user.join("src/lib.rs"), source).expect("a file");
    let documents = ["base", "revision"].map(|side| folder.join(side).join("shop.yaml"));
    for (path, (document, settings)) in documents.iter().zip(sides) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, document).expect("a document");
        fs::write(path.with_extension("toml"), settings).expect("settings");
    }
    let words = documents.map(|path| path.to_string_lossy().into_owned());
    let user = user.to_string_lossy().into_owned();
    let fixed = [
        "impact",
        &words[0],
        &words[1],
        "--workspace",
        &user,
        "--crate",
        "shop-client",
    ];
    let json = specsmith(&[&fixed[..], &["--format", "json"]].concat());
    let value: Value = serde_json::from_slice(&json.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&json.stderr)));
    let touches = value["touches"].as_array().expect("touches").iter();
    let lines = touches.filter(|one| one["rust"] == "major");
    let mut lines: Vec<usize> = lines
        .map(|one| one["line"].as_u64().expect("a line") as usize)
        .collect();
    lines.dedup();
    let text = specsmith(&fixed);
    let github = specsmith(&[&fixed[..], &["--format", "github"]].concat());
    let _ = fs::remove_dir_all(&folder);
    (lines, [text, github])
}

#[test]
fn uses_inside_of_macros_are_found() {
    let gone = PAGED.replace("        note: {type: string}\n", "");
    let (lines, _) = found_in("macros", MACROS, [(PAGED, ""), (&gone, "")]);
    let expected = MACROS.lines().enumerate();
    let expected = expected.filter(|(_, line)| line.contains("order.note"));
    let expected: Vec<usize> = expected.map(|(at, _)| at + 1).collect();
    assert_eq!(lines, expected);
}

#[test]
fn ways_to_all_pages_that_go_with_a_setting_are_found() {
    let paging = "[paging.listOrders]\nkind = \"offset\"\noffset = \"skip\"\nitems = \"\"\n";
    let none = "[paging.listOrders]\nkind = \"none\"\n";
    let (lines, [out, _]) = found_in("paging", MACROS, [(PAGED, paging), (PAGED, none)]);
    let expected = MACROS.lines().enumerate();
    let expected =
        expected.filter(|(_, line)| line.contains(".items()") || line.contains(".pages()"));
    let expected: Vec<usize> = expected.map(|(at, _)| at + 1).collect();
    assert_eq!(lines, expected);
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(
        text.contains("shop::ListOrders.items is gone: [paging.listOrders]: a setting"),
        "{text}"
    );
}

#[test]
fn changes_without_a_line_are_told_at_the_end() {
    let unused = "//! Nothing of the client.\nuse shop_client::shop::Client;\n";
    let gone = PAGED.replace("        note: {type: string}\n", "");
    let (lines, [out, _]) = found_in("unused", unused, [(PAGED, ""), (&gone, "")]);
    assert!(lines.is_empty(), "{lines:?}");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert_eq!(out.status.code(), Some(0), "{text}");
    assert!(
        text.contains(
            "\n1 change that is major for Rust code touches no line that was found\n  Order.note: "
        ),
        "{text}"
    );
    // The module of an operation is in no item's name, so that nobody knows.
    let tagged = |tag: &str| {
        let id = "operationId: listOrders\n";
        PAGED.replace(id, &format!("{id}      tags: [{tag}]\n"))
    };
    let sides = ["one", "other"].map(tagged);
    let sides = [(sides[0].as_str(), ""), (sides[1].as_str(), "")];
    let (lines, [out, github]) = found_in("unknown", unused, sides);
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(lines.is_empty(), "{text}");
    assert_eq!(out.status.code(), Some(1), "{text}");
    assert!(text.contains("cannot be looked for in code"), "{text}");
    let github = String::from_utf8_lossy(&github.stdout).into_owned();
    assert!(
        github.starts_with("::warning title=rust%3A major::"),
        "{github}"
    );
}
