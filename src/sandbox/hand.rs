//! The sandbox by hand: `activity sandbox [FAULT…]`.
//!
//! Input: faults as text, see [`Faults`]. Output: four servers and, on standard output, how to reach them. Invariant: ends on
//! ctrl-c and on nothing else once it runs.

use std::io::{self, Write};

use super::fault::Faults;
use super::server::{self, Options, Server};
use super::{Vendor, wire};

/// Serves all vendors until ctrl-c; each argument is a fault for all of them.
///
/// # Errors
/// When an argument is no fault, a server can't start, or ctrl-c can't be watched.
pub fn serve_by_hand(arguments: &[String]) -> io::Result<()> {
    let mut faults = Faults::none();
    for argument in arguments {
        let parsed = argument
            .parse()
            .map_err(|wrong| io::Error::new(io::ErrorKind::InvalidInput, wrong))?;
        faults = faults.and(parsed);
    }
    let mut servers = Vec::new();
    for vendor in Vendor::ALL {
        servers.push(server::start(
            vendor,
            Options {
                faults: faults.clone(),
                ..Options::default()
            },
        )?);
    }
    print(&servers, &mut io::stdout().lock())?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(tokio::signal::ctrl_c())
}

fn print(servers: &[Server], out: &mut impl Write) -> io::Result<()> {
    for server in servers {
        writeln!(out, "{}  {}", server.vendor(), server.base_url())?;
        for (what, value) in server.vendor().credentials() {
            writeln!(out, "    {what:<28}{value}")?;
        }
        writeln!(out, "    {}\n", example(server))?;
    }
    writeln!(out, "Serving until ctrl-c.")?;
    out.flush()
}

fn example(server: &Server) -> String {
    use super::{exavault, snaplogic, thousandeyes, tiledb};
    let base = server.base_url();
    match server.vendor() {
        Vendor::ExaVault => {
            let (key, token) = (exavault::API_KEY, exavault::ACCESS_TOKEN);
            format!(
                "curl -H 'ev-api-key: {key}' -H 'ev-access-token: {token}' {base}/activity/session"
            )
        }
        Vendor::ThousandEyes => {
            format!(
                "curl -H 'Authorization: Bearer {}' {base}/audit-user-events",
                thousandeyes::TOKEN
            )
        }
        Vendor::TileDb => {
            let (key, array) = (tiledb::API_KEY, wire::encode(tiledb::ARRAY));
            format!(
                "curl -H 'X-TILEDB-REST-API-KEY: {key}' {base}/arrays/{}/{array}/activity",
                tiledb::NAMESPACE
            )
        }
        Vendor::SnapLogic => {
            let (name, password) = (snaplogic::USERNAME, snaplogic::PASSWORD);
            let org = wire::encode(snaplogic::ORG);
            format!("curl -u {name}:{password} {base}/activities/{org}")
        }
    }
}
