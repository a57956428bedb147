//! The sandbox by hand: `activity sandbox [FAULT…]`.
//!
//! Input: faults as text, see [`Faults`], and a port. Output: four servers and, on standard output, how to reach them. Invariant: ends on
//! ctrl-c and on nothing else once it runs.

use std::io::{self, Write};

use super::fault::Faults;
use super::server::{self, Options, Server};
use super::{Vendor, wire};

/// The port of the first vendor, where nothing is said; the others have the next ones.
pub const PORT: u16 = 4010;

/// Serves all vendors until ctrl-c; each argument is a fault for all of them. The first vendor is served at `port` and the
/// others at the next ones, or all at free ones if it is 0; without it at [`PORT`] and the next ones, as far as they are free.
///
/// # Errors
/// When an argument is no fault, a server can't start, or ctrl-c can't be watched.
pub fn serve_by_hand(arguments: &[String], port: Option<u16>) -> io::Result<()> {
    let mut faults = Faults::none();
    for argument in arguments {
        let parsed = argument
            .parse()
            .map_err(|wrong| io::Error::new(io::ErrorKind::InvalidInput, wrong))?;
        faults = faults.and(parsed);
    }
    let mut servers = Vec::new();
    for (vendor, place) in Vendor::ALL.into_iter().zip(0..) {
        servers.push(start(vendor, &faults, port, place)?);
    }
    print(&servers, &mut io::stdout().lock())?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(tokio::signal::ctrl_c())
}

/// Starts the server of the vendor with this place in the list.
fn start(vendor: Vendor, faults: &Faults, port: Option<u16>, place: u16) -> io::Result<Server> {
    let at = |port| {
        let faults = faults.clone();
        let options = Options {
            port,
            faults,
            ..Options::default()
        };
        server::start(vendor, options)
    };
    match port {
        Some(0) => at(0),
        Some(first) => {
            let port = first.checked_add(place).ok_or_else(|| {
                let problem = format!("there is no port {first} + {place}");
                io::Error::new(io::ErrorKind::InvalidInput, problem)
            })?;
            at(port).map_err(|error| {
                io::Error::new(
                    error.kind(),
                    format!("port {port}: {error}; choose with --port"),
                )
            })
        }
        None => at(PORT + place).or_else(|error| match error.kind() {
            io::ErrorKind::AddrInUse => at(0),
            _ => Err(error),
        }),
    }
}

fn print(servers: &[Server], out: &mut impl Write) -> io::Result<()> {
    for server in servers {
        writeln!(out, "{}  {}", server.vendor(), server.base_url())?;
        for (what, value) in server.vendor().credentials() {
            writeln!(out, "    {what:<28}{value}")?;
        }
        writeln!(out, "    {}", example(server))?;
        writeln!(out, "    {}\n", command(server))?;
    }
    writeln!(out, "Serving until ctrl-c.")?;
    out.flush()
}

/// The same call with the command line of this program.
fn command(server: &Server) -> String {
    use super::{exavault, snaplogic, thousandeyes, tiledb};
    let call = match server.vendor() {
        Vendor::ExaVault => format!(
            "EXAVAULT_API_KEY={} EXAVAULT_ACCESS_TOKEN={} activity exavault get-session-logs",
            exavault::API_KEY,
            exavault::ACCESS_TOKEN
        ),
        Vendor::ThousandEyes => format!(
            "THOUSANDEYES_TOKEN={} activity thousandeyes get-user-events",
            thousandeyes::TOKEN
        ),
        Vendor::TileDb => format!(
            "TILEDB_API_KEY={} activity tiledb array-activity-log --namespace {} --array {}",
            tiledb::API_KEY,
            tiledb::NAMESPACE,
            tiledb::ARRAY
        ),
        Vendor::SnapLogic => format!(
            "SNAPLOGIC_USERNAME={} SNAPLOGIC_PASSWORD={} activity snaplogic get-activities --org '{}'",
            snaplogic::USERNAME,
            snaplogic::PASSWORD,
            snaplogic::ORG
        ),
    };
    format!("{call} --base-url {}", server.base_url())
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
