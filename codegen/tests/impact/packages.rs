//! Packages that have the client through others of the same workspace.

use super::sources::{found_among, gone, manifest, marked};

const SHARED: &str = "//! What other packages have of the client.
pub use shop_client::shop as backend;
pub mod prelude {
    pub use super::backend::models::*;
    pub fn newest() -> Option<Order> {
        None
    }
}
";

const PROGRAM: &str = "//! A package that has the client through another one.
mod rows;
use shared_rows::prelude::{self, Kind::*, *};
pub struct Cursor(Vec<Order>);
impl Iterator for Cursor {
    type Item = Order;
    fn next(&mut self) -> Option<Order> {
        self.0.pop()
    }
}
pub fn main(cursor: Cursor) {
    for one in cursor {
        drop(one.note); // found
    }
    let newest = prelude::newest().map(|newest| newest.note); // found
    match (rows::first(), newest) {
        (Some(first), None) => drop(first.note), // found
        (_, other) => drop((other, Paid)), // found
    }
}
";

const ROWS: &str = "use super::Cursor;
pub fn first() -> Option<shared_rows::backend::models::Order> {
    let mut cursor = Cursor(Vec::new());
    let first = cursor.next()?;
    Some(first).filter(|one| one.note.len() > 1) // found
}
";

const COMMON: &str = "pub use program::Cursor as Orders;
";

const TEST: &str = "mod common;
#[test]
fn a_cursor_ends() {
    let mut cursor = common::Orders(Vec::new());
    let mut shared = shared_rows::backend::models::Kind::Paid; // found
    assert!(cursor.next().is_none_or(|one| one.note.is_empty())); // found
    struct Noted {
        note: u8,
    }
    impl From<common::Orders> for Noted {
        fn from(orders: common::Orders) -> Self {
            Self { note: orders.0[0].note.len() as u8 } // found
        }
    }
    assert_eq!(Noted::from(cursor).note, 0);
}
";

#[test]
fn packages_that_have_the_client_through_others_are_looked_at() {
    let shared = manifest("shared-rows", "shop-client = \"1\"");
    let program = manifest("program", "shared-rows = { path = \"../shared\" }");
    let files = [
        ("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n"),
        ("shared/Cargo.toml", &shared),
        ("shared/src/lib.rs", SHARED),
        ("program/Cargo.toml", &program),
        ("program/src/lib.rs", PROGRAM),
        ("program/src/rows.rs", ROWS),
        ("program/tests/common/mod.rs", COMMON),
        ("program/tests/cursor.rs", TEST),
        ("program/tests/other.rs", TEST),
    ];
    let [base, gone] = gone();
    let (found, _) = found_among("packages", &files, [(&base, ""), (&gone, "")]);
    let expected = files.iter().flat_map(|(path, source)| {
        let lines = marked(source).into_iter();
        lines.map(|line| ((*path).to_owned(), line))
    });
    let mut expected: Vec<(String, usize)> = expected.collect();
    expected.sort();
    assert_eq!(found, expected);
}
