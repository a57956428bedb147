//! A server of Golden, for tests. Behind the feature `fake`.
//!
//! It answers with the document's examples, or by handlers; it tells what is wrong with a request, writes
//! down what comes, and goes wrong where it is told to.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let server = golden::spec::fake::Server::new()
//!     .accept_any_credentials()
//!     .start()
//!     .await?;
//! println!("{}", server.url());
//! println!("{:?}", server.received());
//! # Ok(())
//! # }
//! ```

pub mod orders;

#[allow(unused_imports)]
use super::models;
use crate::runtime::fake;
use crate::runtime::fake::Expect;

/// The API, as a server has it.
#[derive(Clone, Copy, Debug)]
pub enum Api {}

/// A server of the API, with a handler for each operation.
pub type Server = fake::Server<Api>;

impl fake::Described for Api {
    fn rows() -> Vec<&'static [fake::Row]> {
        vec![orders::ROWS]
    }
}

static CARD: Expect = Expect::object(
        &[("number", Expect::TEXT.rules(&[("minLength", "2")]))],
        true,
    )
    .rules(&[("required", r#"["number"]"#)]);

static ORDER: Expect = Expect::map(
        &[
            ("code", Expect::ANY.rules(&[("pattern", "^[A-Z]{2}\\d+$")])),
            (
                "price",
                Expect::ANY.rules(&[("multipleOf", "0.01"), ("exclusiveMinimum", "0")]),
            ),
            ("note", Expect::ANY.rules(&[("maxLength", "3")])),
            (
                "tags",
                Expect::list(&Expect::ANY.rules(&[("maxLength", "4")]))
                    .rules(&[("uniqueItems", "true")]),
            ),
            ("parts", Expect::list(&Expect::of(&ORDER))),
            ("tree", Expect::of(&TREE)),
            ("pay", Expect::of(&ORDER_PAY)),
            ("id", Expect::ANY.rules(&[("maxLength", "1")])),
            ("place", Expect::tuple(&[Expect::of(&CARD), Expect::ANY], &Expect::ANY)),
        ],
        &Expect::ANY.rules(&[("minimum", "5")]),
    )
    .rules(&[("maxProperties", "10")]);

static ORDER_PAY: Expect = Expect::one_of(
    &[Expect::TEXT.rules(&[("minLength", "4")]), Expect::of(&CARD)],
);

static PUT_FILE_BODY: Expect = Expect::object(
    &[("file", Expect::TEXT), ("name", Expect::TEXT.rules(&[("maxLength", "3")]))],
    true,
);

static TREE: Expect = Expect::map(&[], &Expect::of(&TREE))
    .rules(&[("maxProperties", "2")]);
