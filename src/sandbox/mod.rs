//! The vendors' servers, rebuilt small: the generated server of each vendor's API, and what the vendor has of its own.
//!
//! Input: a [`Vendor`] and [`Options`]. Output: a running [`Server`] that stops when dropped. Invariant: the data and every
//! answer depend on the request alone; only rate limits and [`Faults`] know what came before.
//!
//! ```
//! use activity::sandbox::{self, Fault, Faults, Options, Vendor};
//!
//! let faults = Faults::none().on(2..3, Fault::Cut);
//! let server = sandbox::start(Vendor::TileDb, Options { faults, ..Options::default() })?;
//! assert!(server.base_url().starts_with("http://127.0.0.1:"));
//! # Ok::<(), std::io::Error>(())
//! ```

use std::fmt;

mod data;
pub mod exavault;
mod fault;
mod hand;
mod limit;
mod server;
pub mod snaplogic;
pub mod thousandeyes;
pub mod tiledb;
mod wire;

pub use data::NOW;
pub use fault::{Fault, FaultSyntax, Faults, Hint};
pub use hand::{PORT, serve_by_hand};
pub use server::{Options, Server, start};

/// Whose API a server speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// Session and webhook logs, paged by offset without a total.
    ExaVault,
    /// Audit events as HAL, paged by links.
    ThousandEyes,
    /// Array activity, paged by number.
    TileDb,
    /// Organisation activities, paged by offset against a total.
    SnapLogic,
}

impl Vendor {
    /// Every vendor, in the order the program prints them.
    pub const ALL: [Self; 4] = [
        Self::ExaVault,
        Self::ThousandEyes,
        Self::TileDb,
        Self::SnapLogic,
    ];

    /// The vendor's name as it writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::ExaVault => "ExaVault",
            Self::ThousandEyes => "ThousandEyes",
            Self::TileDb => "TileDB",
            Self::SnapLogic => "SnapLogic",
        }
    }

    /// The test credentials and identifiers the server knows, each with what it is for.
    pub fn credentials(self) -> &'static [(&'static str, &'static str)] {
        self.house().credentials
    }

    fn house(self) -> server::House {
        match self {
            Self::ExaVault => exavault::HOUSE,
            Self::ThousandEyes => thousandeyes::HOUSE,
            Self::TileDb => tiledb::HOUSE,
            Self::SnapLogic => snaplogic::HOUSE,
        }
    }
}

impl fmt::Display for Vendor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
