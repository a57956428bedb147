//! From the tables to a parser of arguments. In: a program; out: a `clap::Command`. Invariant: options are made for the
//! operations that are looked at only, so that a program of thousands of them starts as fast as one of few.

use super::credentials;
use super::output::Format;
use super::tables::{Action, Flag, Kind, Program, Service, Way};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;
use std::time::Duration;

/// Whose options are made.
#[derive(Clone, Copy, Debug)]
pub(super) enum Options<'a> {
    /// Those of all operations.
    All,
    /// Those of the operations that are named in these arguments.
    Named(&'a [OsString]),
}

impl Options<'_> {
    fn wants(&self, service: &Service, action: &Action) -> bool {
        match self {
            Options::All => true,
            Options::Named(words) => [service.name, action.name]
                .iter()
                .all(|name| words.iter().any(|word| word == name)),
        }
    }
}

/// The parser of a program.
pub(super) fn program(program: &Program, options: Options<'_>) -> Command {
    let services = program.services.iter().copied().flatten();
    Command::new(program.name)
        .version(program.version)
        .about(program.about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(services.map(|service| self::service(service, options)))
        .subcommand(completions())
}

/// The command that prints what shells complete arguments with.
pub(super) const COMPLETIONS: &str = "completions";

fn completions() -> Command {
    Command::new(COMPLETIONS)
        .about("Print what a shell completes arguments with")
        .arg(
            Arg::new("shell")
                .required(true)
                .value_name("SHELL")
                .help("Whose completions")
                .value_parser(value_parser!(clap_complete::Shell)),
        )
}

fn service(service: &'static Service, options: Options<'_>) -> Command {
    let actions = service.groups.iter().copied().flatten();
    Command::new(service.name)
        .about(service.about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(actions.map(|action| self::action(service, action, options)))
}

fn action(service: &'static Service, action: &'static Action, options: Options<'_>) -> Command {
    let command = Command::new(action.name).about(action.about);
    if !options.wants(service, action) {
        return command;
    }
    let flags = action.flags.iter().zip(action.endpoint.parameters);
    let flags = flags.map(|(one, parameter)| flag(one, parameter.required));
    let variables = service.variables.iter();
    let variables = variables.map(|one| {
        let help = match service.environment.variable(one.name) {
            Some(name) => format!("{} [env: {name}]", phrase(one.help)),
            None => phrase(one.help).to_owned(),
        };
        text(one.flag, "TEXT", help)
    });
    command
        .disable_help_flag(true)
        .after_help(after(service, action))
        .next_help_heading("Parameters")
        .args(flags)
        .args(body(action))
        .next_help_heading("Output")
        .args(printing(action))
        .next_help_heading("Request")
        .args(variables)
        .args(server(service))
        .args(sending())
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help("Print help"),
        )
}

/// What a document says of an option: one sentence goes without its full stop, as those of ours do.
fn phrase(help: &str) -> &str {
    match help.strip_suffix('.') {
        Some(bare) if !bare.contains(". ") && !bare.ends_with('.') => bare,
        _ => help,
    }
}

/// What stands below the options.
fn after(service: &Service, action: &Action) -> String {
    let credentials = credentials::described(service, action.endpoint);
    match credentials.is_empty() {
        true => super::request::line(action.endpoint),
        false => format!(
            "{}\nCredentials come from the environment: {credentials}",
            super::request::line(action.endpoint)
        ),
    }
}

/// An option with a text as its value, which may begin with a dash.
fn text(name: &'static str, value: &'static str, help: impl Into<String>) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .allow_hyphen_values(true)
        .help(help.into())
}

/// The option of a parameter.
fn flag(flag: &'static Flag, required: bool) -> Arg {
    let mut help = phrase(flag.help).to_owned();
    let mut add = |more: &str| {
        help.push_str(if help.is_empty() { "" } else { " " });
        help.push_str(more);
    };
    if flag.list {
        add("[may be repeated]");
    }
    if let Some(default) = flag.default {
        add(&format!("[default: {default}]"));
    }
    let arg = match flag.kind {
        Kind::Text => text(flag.name, "TEXT", help),
        Kind::Format(format @ ("DATE" | "DATE-TIME")) => {
            text(flag.name, format, help).value_parser(move |text: &str| date(text, format))
        }
        Kind::Format(format) => text(flag.name, format, help),
        Kind::Integer => text(flag.name, "INTEGER", help).value_parser(integer),
        Kind::Number => text(flag.name, "NUMBER", help).value_parser(number),
        Kind::Json => text(flag.name, "JSON", help),
        Kind::Boolean => Arg::new(flag.name)
            .long(flag.name)
            .value_name("BOOLEAN")
            .help(help)
            .num_args(0..=1)
            .default_missing_value("true")
            .value_parser(["true", "false"]),
        Kind::Choice(values) | Kind::Numbers(values) => text(flag.name, "VALUE", help)
            .value_parser(PossibleValuesParser::new(values.iter().copied())),
    };
    let many = if flag.list {
        ArgAction::Append
    } else {
        ArgAction::Set
    };
    arg.action(many).required(required)
}

/// The options of the body.
fn body(action: &'static Action) -> Vec<Arg> {
    let Some(first) = action.payloads.first() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let fields = |way: Way| matches!(way, Way::Form | Way::Multipart);
    let by_fields = action.payloads.iter().any(|payload| fields(payload.way));
    let what = match first.way {
        Way::Json => "JSON",
        Way::Form | Way::Multipart => "JSON",
        Way::Text | Way::Bytes => "TEXT",
    };
    let help = format!(
        "The body, as {}: the value itself, @FILE, or - for standard input",
        first.media
    );
    let arg = text("body", what, help);
    out.push(match action.body_required {
        true if by_fields => arg.required_unless_present("field"),
        required => arg.required(required),
    });
    if by_fields {
        let help = "A field of the body; NAME=@FILE sends a file [may be repeated]";
        let arg = text("field", "NAME=VALUE", help).conflicts_with("body");
        out.push(arg.action(ArgAction::Append));
    }
    if action.payloads.len() > 1 {
        let medias = action.payloads.iter().map(|payload| payload.media);
        let arg = text("content-type", "TYPE", "What the body is");
        out.push(arg.value_parser(PossibleValuesParser::new(medias)));
    }
    out
}

/// The options of what is printed.
fn printing(action: &Action) -> Vec<Arg> {
    let mut out = Vec::new();
    let _ = action;
    // [paging]
    if action.plan.is_some() {
        let help = "Fetch every page, and print the items as they come";
        let arg = Arg::new("all").long("all").help(help);
        out.push(arg.action(ArgAction::SetTrue));
    }
    // [end]
    let help = "How to print what comes [default: table on a terminal, else jsonl]";
    let arg = text("output", "FORMAT", help);
    out.push(arg.value_parser(PossibleValuesParser::new(Format::NAMES)));
    let help = "The columns of table and csv, with commas between; a.b is b within a";
    out.push(text("columns", "NAMES", help).value_delimiter(','));
    out
}

/// The option to choose a server by, where there are several.
fn server(service: &'static Service) -> Option<Arg> {
    let urls = service.api.servers.iter().map(|server| server.url);
    let help = "The server to call [default: the first of them]";
    let arg = text("server", "URL", help);
    (service.api.servers.len() > 1).then(|| arg.value_parser(PossibleValuesParser::new(urls)))
}

/// The options of every request.
fn sending() -> Vec<Arg> {
    let help = "How often a failed request is sent again [default: 2]";
    let retries = Arg::new("retries").long("retries").value_name("NUMBER");
    let header = text("header", "NAME: VALUE", "Send a header [may be repeated]");
    let dry = Arg::new("dry-run").long("dry-run");
    vec![
        text(
            "base-url",
            "URL",
            "Call this URL instead of the API's server",
        ),
        text(
            "timeout",
            "TIME",
            "How long a request may take, retries included: 30, 1.5s, 500ms, 2m",
        )
        .value_parser(duration),
        retries.help(help).value_parser(count),
        header.action(ArgAction::Append),
        dry.help("Print the request without its secrets, and send nothing")
            .action(ArgAction::SetTrue),
    ]
}

/// How many times.
fn count(text: &str) -> Result<u32, String> {
    let number = text.parse();
    number.map_err(|_| "it takes a whole number from 0 on".to_owned())
}

/// A whole number, of any size.
fn integer(text: &str) -> Result<String, String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match whole && number(text).is_ok() {
        true => Ok(text.to_owned()),
        false => Err("it takes a whole number".to_owned()),
    }
}

/// A number as JSON writes it.
fn number(text: &str) -> Result<String, String> {
    let json = super::text::document(text).is_ok_and(super::text::is_number);
    match json {
        true => Ok(text.to_owned()),
        false => Err("it takes a number such as 12, -3 or 2.5".to_owned()),
    }
}

/// What begins like a date of RFC 3339; how much of the time and its zone it needs is the server's to say.
fn date(text: &str, format: &str) -> Result<String, String> {
    let number = |from: usize, to: usize| {
        let part = text.get(from..to)?;
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let dashes = [4, 7].map(|at| text.as_bytes().get(at)) == [Some(&b'-'); 2];
    let month = number(5, 7).is_some_and(|month| (1..=12).contains(&month));
    let day = number(8, 10).is_some_and(|day| (1..=31).contains(&day));
    match dashes && number(0, 4).is_some() && month && day {
        true => Ok(text.to_owned()),
        false if format == "DATE" => Err("it takes a date such as 2026-05-31".to_owned()),
        false => Err("it takes a date and time such as 2026-05-31T12:30:00Z".to_owned()),
    }
}

/// A time: seconds, unless a unit says otherwise.
fn duration(text: &str) -> Result<Duration, String> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let scale = match unit.trim() {
        "ms" => 0.001,
        "" | "s" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return Err("its unit is none of ms, s, m and h".to_owned()),
    };
    let seconds = number.parse::<f64>().map(|number| number * scale);
    let time = seconds
        .map_err(|_| ())
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).map_err(|_| ()));
    match time {
        Ok(time) if !time.is_zero() => Ok(time),
        _ => Err("it takes a time above zero, such as 30, 1.5s or 500ms".to_owned()),
    }
}
