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
