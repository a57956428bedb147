//! The command line of `activity`.
//!
//! Input: the program's arguments. Output: text on standard output, one line for each problem on standard error, and an exit
//! code: 0 fine, 1 something went wrong on the way, 2 arguments that mean nothing or missing credentials. Invariant: a reader
//! that closes the pipe ends the printing, and never with an error of ours.
//!
//! The operations of the four APIs are the generated command line, `activity_logs::cli`; what is here are the commands beside
//! them.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use activity_logs::cli::{Io, Outcome};
use clap::{ArgMatches, Args, FromArgMatches, Subcommand};

use crate::bodies;
use crate::export::{self, Format, Plan};
use crate::pull::{self, Order};
use crate::sandbox::{self, Faults, Vendor};
use crate::table::{printable, terminal_width};

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = std::env::args_os();
    let mut io = Io::process();
    match activity_logs::cli::run_with(command(), arguments, &mut io) {
        Outcome::Done(code) => ExitCode::from(code),
        Outcome::Other(matches) => match own(&matches) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(problem) => {
                complain(&problem.to_string());
                match problem.kind() {
                    io::ErrorKind::InvalidInput => ExitCode::from(2),
                    _ => ExitCode::FAILURE,
                }
            }
        },
    }
}

/// The generated command line and the commands beside it; without a command, the demo.
fn command() -> clap::Command {
    let generated = activity_logs::cli::command();
    let command = PullArguments::augment_args(Command::augment_subcommands(generated));
    command
        .name("activity")
        .version(env!("CARGO_PKG_VERSION"))
        .about(
            "Calls the activity and audit logs of four vendors through the generated client; without a command, shows all \
             of them from servers embedded in the program",
        )
        .subcommand_required(false)
        .arg_required_else_help(false)
        .args_conflicts_with_subcommands(true)
}

/// Runs one of the commands beside the generated ones.
fn own(matches: &ArgMatches) -> io::Result<bool> {
    let refused = |refusal: clap::Error| io::Error::new(io::ErrorKind::InvalidInput, refusal);
    if matches.subcommand().is_none() {
        let demo = PullArguments::from_arg_matches(matches).map_err(refused)?;
        return show_all(&demo.into());
    }
    match Command::from_arg_matches(matches).map_err(refused)? {
        Command::Demo(demo) => show_all(&demo.into()),
        Command::Sandbox { faults, port } => sandbox::serve_by_hand(&faults, port).map(|()| true),
        Command::Bodies { folders } => check_bodies(&folders),
        Command::Export(arguments) => export_all(&arguments.into()),
    }
}

#[derive(Args, Debug)]
struct ExportArguments {
    /// The folder for the files: VENDOR-OPERATION.jsonl, and a checkpoint beside each
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Only this vendor: exavault, thousandeyes, tiledb or snaplogic; may be repeated
    #[arg(long, value_name = "NAME", value_parser = vendor)]
    vendor: Vec<Vendor>,
    /// The SnapLogic organization
    #[arg(long, value_name = "NAME")]
    org: Option<String>,
    /// The TileDB array: its namespace, a colon, and its name or URI
    #[arg(long, value_name = "NAMESPACE:NAME", value_parser = array)]
    array: Option<(String, String)>,
    /// How many events are asked for at once, where that can be said
    #[arg(long, value_name = "NUMBER", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100))]
    page_size: u32,
    /// What to write: jsonl, an event a line; or parquet, an event a row, beside these lines (feature `parquet`)
    #[arg(long, value_name = "FORMAT", default_value = "jsonl", value_parser = format)]
    format: Format,
}

impl From<ExportArguments> for Plan {
    fn from(arguments: ExportArguments) -> Self {
        let wanted =
            |vendor: &Vendor| arguments.vendor.is_empty() || arguments.vendor.contains(vendor);
        Self {
            vendors: Vendor::ALL.into_iter().filter(wanted).collect(),
            folder: arguments.out,
            org: arguments.org,
            array: arguments.array,
            page_size: arguments.page_size,
            format: arguments.format,
        }
    }
}

fn format(text: &str) -> Result<Format, String> {
    match text {
        "jsonl" => Ok(Format::JsonLines),
        "parquet" => Ok(Format::Parquet),
        _ => Err("there are `jsonl` and `parquet`".to_owned()),
    }
}

#[derive(Args, Debug)]
struct PullArguments {
    /// Only this vendor: exavault, thousandeyes, tiledb or snaplogic; may be repeated
    #[arg(long, value_name = "NAME", value_parser = vendor)]
    vendor: Vec<Vendor>,
    /// Let requests of a vendor fail, counted from 0, as in `exavault:429@1` or `tiledb:cut@2`; may be repeated
    #[arg(long, value_name = "VENDOR:FAULT", value_parser = vendor_fault)]
    fault: Vec<(Vendor, Faults)>,
    /// Sign in to this vendor with credentials it does not know; may be repeated
    #[arg(long, value_name = "VENDOR", value_parser = vendor)]
    bad_credentials: Vec<Vendor>,
    /// The SnapLogic organization to ask for
    #[arg(long, value_name = "NAME", default_value = sandbox::snaplogic::ORG)]
    org: String,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show all rows of all operations, from servers embedded in the program; what is done without a command
    Demo(PullArguments),
    /// Serve the four vendors locally until ctrl-c, at the ports 4010 to 4013 as far as they are free
    Sandbox {
        /// The port of the first vendor; the others have the next ones. 0 for free ones
        #[arg(long, value_name = "NUMBER")]
        port: Option<u16>,
        /// What goes wrong, for all of them: 429@3, 429=2s@3..5, cut@2, 502@0..3, slow=250ms@0..
        #[arg(value_name = "FAULT", value_parser = fault_text)]
        faults: Vec<String>,
    },
    /// Write whole logs to files of JSON lines, several vendors at once; a run that was cut short goes on where it was
    Export(ExportArguments),
    /// Decode response bodies with the generated types, encode them again and compare
    Bodies {
        /// A folder with a folder for each API: DIR/exavault/getSessionLogs-200.json
        #[arg(value_name = "DIR", required = true)]
        folders: Vec<PathBuf>,
    },
}

impl From<PullArguments> for Order {
    fn from(arguments: PullArguments) -> Self {
        let mut order = Self {
            faults: arguments.fault,
            bad_credentials: arguments.bad_credentials,
            org: arguments.org,
            ..Self::default()
        };
        if !arguments.vendor.is_empty() {
            order
                .vendors
                .retain(|vendor| arguments.vendor.contains(vendor));
        }
        order
    }
}

fn vendor(text: &str) -> Result<Vendor, String> {
    Vendor::ALL
        .into_iter()
        .find(|vendor| vendor.name().eq_ignore_ascii_case(text))
        .ok_or_else(|| "the vendors are exavault, thousandeyes, tiledb and snaplogic".to_owned())
}

/// What goes wrong at one vendor, `exavault:429@1`.
fn vendor_fault(text: &str) -> Result<(Vendor, Faults), String> {
    let (name, fault) = text
        .split_once(':')
        .ok_or("it takes a vendor, a colon and a fault, as in exavault:429@1")?;
    let faults = fault
        .parse()
        .map_err(|wrong: sandbox::FaultSyntax| wrong.to_string())?;
    Ok((vendor(name)?, faults))
}

/// An array, `acme:s3://bucket/array`.
fn array(text: &str) -> Result<(String, String), String> {
    let (space, name) = text
        .split_once(':')
        .ok_or("a namespace, a colon and a name, as in acme:s3://bucket/array")?;
    Ok((space.to_owned(), name.to_owned()))
}

/// Checks the fault and leaves it as it is: the sandbox by hand reads it again.
fn fault_text(text: &str) -> Result<String, sandbox::FaultSyntax> {
    text.parse::<Faults>().map(|_| text.to_owned())
}

fn show_all(order: &Order) -> io::Result<bool> {
    let listings = pull::pull_blocking(order)?;
    let width = terminal_width();
    let mut screen = Screen::default();
    for (index, listing) in listings.iter().enumerate() {
        let gap = if index > 0 { "\n" } else { "" };
        screen.write(&format!("{gap}{}", listing.table.render(width)))?;
        if let Some(problem) = &listing.problem {
            complain(problem);
        }
    }
    Ok(listings.iter().all(|listing| listing.problem.is_none()))
}

fn export_all(plan: &Plan) -> io::Result<bool> {
    let refused = |reason: String| io::Error::new(io::ErrorKind::InvalidInput, reason);
    let reports = export::export(plan).map_err(refused)?;
    let mut screen = Screen::default();
    let mut fine = true;
    for report in reports {
        match report.events {
            Ok((events, new)) => screen.write(&format!(
                "{}: {events} events, {new} of them new, in {}\n",
                report.log,
                report.file.display()
            ))?,
            Err(problem) => {
                fine = false;
                complain(&format!("{}: {problem}", report.log));
            }
        }
    }
    Ok(fine)
}

fn check_bodies(folders: &[PathBuf]) -> io::Result<bool> {
    let mut screen = Screen::default();
    let mut fine = true;
    for folder in folders {
        let report = bodies::check(folder).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
        })?;
        screen.write(&report.to_string())?;
        fine &= report.is_fine();
    }
    Ok(fine)
}

/// One line on standard error. Whoever has closed that can't be told so.
fn complain(problem: &str) {
    drop(writeln!(io::stderr(), "error: {}", printable(problem)));
}

/// Standard output, until its reader goes away.
#[derive(Default)]
struct Screen {
    closed: bool,
}

impl Screen {
    fn write(&mut self, text: &str) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            outcome => outcome,
        }
    }
}
