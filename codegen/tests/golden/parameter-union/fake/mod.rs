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

pub mod things;

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
        vec![things::ROWS]
    }
}

static FIND_THINGS_AT: Expect = Expect::one_of(
    &[
        Expect::INTEGER.rules(&[("maximum", "9")]),
        Expect::list(&Expect::TEXT.rules(&[("minLength", "2")])),
    ],
);

static FIND_THINGS_IDS: Expect = Expect::one_of(
    &[
        Expect::list(&Expect::INTEGER.rules(&[("maximum", "9")]))
            .rules(&[("maxItems", "3")]),
        Expect::TEXT.rules(&[("pattern", "^all")]),
    ],
);

static FIND_THINGS_NEAR: Expect = Expect::one_of(
    &[Expect::of(&POINT), Expect::TEXT.rules(&[("maxLength", "4")])],
);

static FIND_THINGS_DEEP: Expect = Expect::one_of(
    &[Expect::of(&FROM_MODEL), Expect::of(&NAMED)],
);

static FIND_THINGS_X_SORT: Expect = Expect::one_of(
    &[Expect::BOOL, Expect::list(&Expect::TEXT).rules(&[("maxItems", "2")])],
);

static FIND_THINGS_MODE: Expect = Expect::one_of(
    &[Expect::INTEGER.rules(&[("maximum", "9")]), Expect::of(&POINT)],
);

static FROM_MODEL: Expect = Expect::object(
        &[("from", Expect::INTEGER.rules(&[("minimum", "1")]))],
        true,
    )
    .rules(&[("required", r#"["from"]"#)]);

static NAMED: Expect = Expect::object(
        &[("name", Expect::TEXT.rules(&[("maxLength", "3")]))],
        true,
    )
    .rules(&[("required", r#"["name"]"#)]);

static POINT: Expect = Expect::object(
        &[("lat", Expect::NUMBER.rules(&[("maximum", "90")])), ("lon", Expect::NUMBER)],
        true,
    )
    .rules(&[("required", r#"["lat"]"#)]);

static TERM: Expect = Expect::one_of(
    &[Expect::INTEGER, Expect::TEXT.rules(&[("minLength", "3")])],
);
