//! All rows of all operations, through the generated client.
//!
//! Input: an [`Order`]. Output: a [`Listing`] per operation, in a fixed order. Invariant: an error ends what it stopped and
//! nothing else: rows that came before it stay, and the other vendors' rows come as ever.

mod exavault;
mod listing;
mod snaplogic;
mod thousandeyes;
mod tiledb;

use std::io;

use crate::sandbox::{self, Faults, Options, Server, Vendor};

pub use listing::Listing;

/// What to pull, and what is to go wrong; the default is everything and nothing.
#[derive(Clone, Debug)]
pub struct Order {
    /// The vendors to ask; listings come in the order of [`Vendor::ALL`] all the same.
    pub vendors: Vec<Vendor>,
    /// Faults of the vendors' servers.
    pub faults: Vec<(Vendor, Faults)>,
    /// The vendors to sign in to with credentials they do not know.
    pub bad_credentials: Vec<Vendor>,
    /// The SnapLogic organization to ask for.
    pub org: String,
}

impl Default for Order {
    fn default() -> Self {
        Self {
            vendors: Vendor::ALL.to_vec(),
            faults: Vec::new(),
            bad_credentials: Vec::new(),
            org: sandbox::snaplogic::ORG.to_owned(),
        }
    }
}

/// Starts a server for each vendor, pulls from all of them at once, and returns what came.
///
/// # Errors
/// When a server can't be started. What goes wrong between client and server is part of the listings.
pub async fn pull(order: &Order) -> io::Result<Vec<Listing>> {
    let mut sites = Vec::new();
    for vendor in Vendor::ALL
        .into_iter()
        .filter(|vendor| order.vendors.contains(vendor))
    {
        sites.push(Site::start(vendor, order)?);
    }
    let listings = futures_util::future::join_all(sites.iter().map(Site::pull)).await;
    Ok(listings.into_iter().flatten().collect())
}

/// [`pull`] on a runtime of its own.
///
/// # Errors
/// As [`pull`], and when there can't be a runtime.
pub fn pull_blocking(order: &Order) -> io::Result<Vec<Listing>> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(pull(order))
}

/// A vendor's server and how to approach it.
struct Site {
    server: Server,
    bad_credentials: bool,
    org: String,
}

impl Site {
    fn start(vendor: Vendor, order: &Order) -> io::Result<Self> {
        let faults = order.faults.iter().filter(|(of, _)| *of == vendor);
        let faults = faults.fold(Faults::none(), |all, (_, more)| all.and(more.clone()));
        Ok(Self {
            server: sandbox::start(
                vendor,
                Options {
                    faults,
                    ..Options::default()
                },
            )?,
            bad_credentials: order.bad_credentials.contains(&vendor),
            org: order.org.clone(),
        })
    }

    async fn pull(&self) -> Vec<Listing> {
        match self.server.vendor() {
            Vendor::ExaVault => exavault::pull(self).await,
            Vendor::ThousandEyes => thousandeyes::pull(self).await,
            Vendor::TileDb => tiledb::pull(self).await,
            Vendor::SnapLogic => snaplogic::pull(self).await,
        }
    }

    /// The secret, or one that no server knows.
    fn secret<'a>(&self, known: &'a str) -> &'a str {
        if self.bad_credentials {
            "not-a-secret-of-this-server"
        } else {
            known
        }
    }
}
