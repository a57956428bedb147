//! In: one file of code that uses a crate, and two sides with what stands beside them. Out: the lines that are found in it, and
//! what is said of what touches none. Invariant: uses within macros are found like others.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use super::{lines, specsmith};

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
    let manifest = manifest("app", "shop-client = \"1\"");
    let files = [("Cargo.toml", manifest.as_str()), ("src/lib.rs", source)];
    let (found, printed) = found_among(name, &files, sides);
    (found.into_iter().map(|(_, line)| line).collect(), printed)
}

pub(super) fn manifest(name: &str, dependency: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\n{dependency}\n"
    )
}

/// What is found in a workspace, by file and line, and what is printed.
pub(super) fn found_among(
    name: &str,
    files: &[(&str, &str)],
    sides: [(&str, &str); 2],
) -> (Vec<(String, usize)>, [Output; 2]) {
    let folder =
        std::env::temp_dir().join(format!("specsmith-impact-{name}-{}", std::process::id()));
    let user = folder.join("app");
    let write = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    for (path, text) in files {
        write(&user.join(path), text);
    }
    let documents = ["base", "revision"].map(|side| folder.join(side).join("shop.yaml"));
    for (path, (document, settings)) in documents.iter().zip(sides) {
        write(path, document);
        write(&path.with_extension("toml"), settings);
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
    let lines = lines(&value).into_iter();
    let lines = lines.map(|(file, line)| (file, line as usize)).collect();
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

/// The lines of a source that end with `// found`.
pub(super) fn marked(source: &str) -> Vec<usize> {
    let lines = source.lines().enumerate();
    let marked = lines.filter(|(_, line)| line.ends_with("// found"));
    marked.map(|(at, _)| at + 1).collect()
}

const NAMES: &str = "//! Items under other names.
mod wire {
    pub use shop_client::shop::models::*;
}
mod api {
    pub use self::inner::Entry as Row;
    pub use super::wire::Kind;
    mod inner {
        pub use super::super::wire::Order as Entry;
    }
}
mod all {
    pub use crate::api::*;
    pub use api::Paid;
    pub mod api {
        pub struct Paid;
    }
}
use all::{Kind::{self, *}, *};

fn note(row: &Row) -> &str {
    row.note.as_str() // found
}
fn word(kind: &Kind) -> &'static str {
    match kind {
        Open => \"open\",
        Paid => \"paid\", // found
        _ => \"other\",
    }
}
fn paid() -> (all::Paid, Kind) {
    (all::Paid, Paid) // found
}
struct Order {
    note: String,
}
fn own(order: &Order) -> &str {
    &order.note
}
";

const TEMPLATES: &str = "//! Macros of the user's.
macro_rules! note {
    ($order:expr) => {
        $order.note.clone() // found
    };
    ($($order:expr),* ; $kind:ident) => {
        [$(($order.note.len(), shop_client::shop::models::Kind::$kind)),*] // found
    };
}
macro_rules! getter {
    ($note:ident, $field:ident) => {
        fn $note(order: &shop_client::shop::models::Order) -> String {
            order.$field.clone()
        }
    };
}
getter!(text, note); // found
getter!(number, total);
macro_rules! kinds {
    ($($kind:ident)|+) => {
        $(shop_client::shop::models::Kind::$kind)|+
    };
}
fn is_known(kind: &shop_client::shop::models::Kind) -> bool {
    match kind {
        kinds!(Open | Paid) => true, // found
        _ => false,
    }
}
fn notes(a: shop_client::shop::models::Order, note: u8) {
    note!(a, a; Open);
    note!(a; Paid); // found
    note!(note);
}
";

const OWN: &str = "//! Types of the user's that hold those of the client.
use shop_client::shop::{Client, models::{Kind, Order}};
struct Line {
    note: String,
    order: Order,
}
struct Entry(Order, Line);
enum Event {
    Made(Line, Order),
    Changed { before: Line, after: Order },
}
struct Paged<T> {
    rows: Vec<T>,
}
impl<T> Paged<T> {
    fn first(&self) -> Option<&T> {
        self.rows.first()
    }
}
type Fallible<T> = Result<T, Line>;
trait Store {
    type Item;
    async fn load(&self, id: &str) -> Fallible<Self::Item>;
    fn lines(&self) -> Vec<Line>;
    fn order(&self) -> Order;
    fn note(&self) -> String {
        self.order().note.clone() // found
    }
}
trait Noted {
    fn line(&self) -> Line;
}
impl Noted for Order {
    fn line(&self) -> Line {
        Line { note: self.note.clone(), order: self.clone() } // found
    }
}
impl std::ops::Deref for Entry {
    type Target = Order;
    fn deref(&self) -> &Order {
        &self.0
    }
}
impl Entry {
    fn note(&self) -> String {
        let Self(order, line) = self;
        line.note.clone()
            + &order.note // found
            + &self.0.note // found
            + &self.1.note
            + &self.note // found
    }
}
fn event(event: &Event) -> usize {
    match event {
        Event::Made(line, order) if line.note.is_empty() => order.note.len(), // found
        Event::Made(line, _) => line.note.len(),
        Event::Changed { before, .. } => before.note.len(),
        Event::Changed { after, .. } => after.note.len(), // found
    }
}
async fn store<S: Store<Item = Order>>(store: &S) -> Fallible<usize> {
    let mut notes = store.load(\"1\").await?.note.len(); // found
    for line in store.lines() {
        notes += line.note.len();
        notes += line.order.note.len(); // found
        notes += line.order.line().note.len();
    }
    if let Some(order) = Some(store.order()).filter(|order| order.note.is_empty()) { // found
        notes += order.note.len(); // found
    }
    Ok(notes)
}
fn paged(orders: &Paged<Order>, lines: Paged<Line>) -> usize {
    let notes = orders.rows.iter().map(|row| row.note.len()); // found
    let notes = notes.chain(lines.rows.iter().map(|row| row.note.len()));
    notes.sum::<usize>()
        + orders.first().map_or(0, |first| first.note.len()) // found
        + lines.first().map_or(0, |first| first.note.len())
}
async fn sent(client: &Client) -> Fallible<Vec<String>> {
    let mut orders = Vec::with_capacity(3);
    let Ok(page) = client.list_orders().send().await else { return Ok(Vec::new()) };
    orders.extend(page.iter().cloned());
    let lines = orders.iter().map(Noted::line).collect::<Vec<Line>>();
    let _ = lines.iter().map(|one| one.note.len());
    let kinds = [Kind::Open, Kind::Paid]; // found
    drop(kinds);
    Ok(orders.into_iter().map(|one| one.note).collect()) // found
}
";

/// A property is gone and a value of an enum has another name.
pub(super) fn gone() -> [String; 2] {
    let kind = "        kind: {$ref: '#/components/schemas/Kind'}
    Kind: {type: string, enum: [open, paid]}
";
    let base = format!("{PAGED}{kind}");
    let gone = base.replace("        note: {type: string}\n", "");
    let gone = gone.replace("[open, paid]", "[open, settled]");
    [base, gone]
}

pub(super) fn found_where_gone(name: &str, source: &str) -> Vec<usize> {
    let [base, gone] = gone();
    found_in(name, source, [(&base, ""), (&gone, "")]).0
}

const MADE: &str = "use shop_client::shop::models::{Card, Paid, Transfer};
fn of_a_card(card: Card) -> Paid {
    card.into()
}
fn of_a_transfer(transfer: Transfer) -> Paid {
    transfer.into() // found
}
fn of_transfers(transfers: Vec<Transfer>) -> Vec<Paid> {
    transfers.into_iter().map(Paid::from).collect() // found
}
";

#[test]
fn what_is_made_from_a_type_that_goes_is_found() {
    let part = "{type: object, required: [kind], properties: {kind: {type: string}}}";
    let one = |name: &str| format!("        - {{$ref: '#/components/schemas/{name}'}}\n");
    let base = format!(
        "{PAGED}        paid: {{$ref: '#/components/schemas/Paid'}}
        transfer: {{$ref: '#/components/schemas/Transfer'}}
    Card: {part}
    Transfer: {part}
    Voucher: {part}
    Paid:
      discriminator: {{propertyName: kind}}
      oneOf:
{}{}{}",
        one("Card"),
        one("Voucher"),
        one("Transfer")
    );
    let gone = base.replace(&one("Transfer"), "");
    let (found, _) = found_in("made", MADE, [(&base, ""), (&gone, "")]);
    assert_eq!(found, marked(MADE));
}

#[test]
fn names_are_followed_through_imports_of_the_users_modules() {
    assert_eq!(found_where_gone("names", NAMES), marked(NAMES));
}

#[test]
fn bodies_of_the_users_macros_are_looked_into() {
    assert_eq!(found_where_gone("templates", TEMPLATES), marked(TEMPLATES));
}

#[test]
fn types_of_the_users_are_known() {
    assert_eq!(found_where_gone("own", OWN), marked(OWN));
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

const RAW: &str = "macro_rules! get {
    ($order:ident, $r#type:ident) => {
        ($order.$r#type, shop_client::shop::models::Kind::Paid) // found
    };
}
";

#[test]
fn a_macros_parameter_may_be_a_raw_name() {
    assert_eq!(found_where_gone("raw", RAW), marked(RAW));
}

#[test]
fn modules_that_bring_in_each_other_are_looked_through_once() {
    let module = |number: usize| {
        let others = (0..30).filter(|other| *other != number);
        let globs = others.map(|other| format!("    pub use crate::m{other}::*;\n"));
        let globs: String = globs.collect();
        format!(
            "mod m{number} {{\n{globs}    fn note(order: &Order) -> Missing {{\n        missing(&order.note) // found\n    }}\n}}\n"
        )
    };
    let modules: String = (0..30).map(module).collect();
    let source = modules.replacen(
        "    pub use crate::m0::*;\n",
        "    pub use shop_client::shop::models::*;\n    pub use crate::m0::*;\n",
        1,
    );
    assert_eq!(found_where_gone("globs", &source), marked(&source));
}
