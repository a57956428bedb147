//! One vendor's server: the generated server of its API, at the vendor's path and with its rate limit.
//!
//! Input: a [`Vendor`] and [`Options`]. Output: a [`Server`]. Invariant: the server ends when its handle is dropped, whatever
//! its connections are doing, and it can be started and dropped inside or outside of an async runtime.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;

use activity_logs::runtime::fake::{self, Described, Problem, Received, Running};

use super::fault::Faults;
use super::limit::{Limiter, Limits};
use super::wire::Response;
use super::{Vendor, exavault, snaplogic, thousandeyes, tiledb};

/// Starts a vendor's server on a loopback port. It accepts connections from the moment this returns.
///
/// # Errors
/// When the port can't be bound or the thread not started.
pub fn start(vendor: Vendor, options: Options) -> io::Result<Server> {
    let house = vendor.house();
    let running = match vendor {
        Vendor::ExaVault => run(exavault::server(), house, options),
        Vendor::ThousandEyes => run(thousandeyes::server(), house, options),
        Vendor::TileDb => run(tiledb::server(), house, options),
        Vendor::SnapLogic => run(snaplogic::server(), house, options),
    }?;
    Ok(Server { vendor, running })
}

/// How a server is to behave; the default is a free port, no faults and the vendor's own rate limit.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// What goes wrong, and when.
    pub faults: Faults,
    /// Requests allowed per window, in place of the vendor's number. Without effect where the vendor has no limit.
    pub quota: Option<u32>,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    vendor: Vendor,
    running: Running,
}

/// What is a vendor's own, whatever the operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct House {
    /// The path that all operations are under.
    pub(crate) base: &'static str,
    /// What the vendor answers when something is wrong.
    pub(crate) voice: fn(&Problem) -> Response,
    pub(crate) limits: Option<Limits>,
    pub(crate) credentials: &'static [(&'static str, &'static str)],
}

impl Server {
    /// Whose server this is.
    pub fn vendor(&self) -> Vendor {
        self.vendor
    }

    /// What stands in for the vendor's server URL, base path included, no slash at the end.
    pub fn base_url(&self) -> &str {
        self.running.url()
    }

    /// The requests answered so far.
    pub fn received(&self) -> Vec<Received> {
        self.running.received()
    }
}

fn run<A: Described>(
    server: fake::Server<A>,
    house: House,
    options: Options,
) -> io::Result<Running> {
    let limiter = Arc::new(Limiter::new(house, options.quota));
    let stamps = Arc::clone(&limiter);
    let faults = options.faults.of(&limiter);
    let server = server
        .base_path(house.base)
        // Who leaves the base path out is understood, too.
        .also_at("/")
        // The documents lag behind what the vendors have.
        .accept_unknown_values()
        .on_problem(move |_, problem| (house.voice)(problem))
        .before(move |_| limiter.refusal())
        .finish(move |_, response| stamps.stamp(response));
    let server = faults.into_iter().fold(server, fake::Server::fault);
    server.start_blocking_at((Ipv4Addr::LOCALHOST, options.port).into())
}
