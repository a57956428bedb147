//! A command line for every operation. In: tables, arguments, and where to read and write; out: requests sent, results
//! printed and an exit code. Invariant: works on the JSON of responses and knows no model, so that an operation costs a
//! row of a table and no code.

mod body;
mod command;
mod credentials;
mod grid;
mod io;
mod output;
mod problem;
mod request;
mod run;
mod screen;
mod tables;
mod text;
mod value;

pub use io::{Io, Lookup};
pub use tables::{Action, Flag, Kind, Payload, Program, Service, Variable, Way};

use clap::{ArgMatches, Command};
use command::{COMPLETIONS, Options};
use problem::{FINE, Problem, WRONG};
use std::ffi::OsString;
use std::path::Path;

/// What became of arguments.
#[derive(Debug)]
pub enum Outcome {
    /// A command of the program ran; with its exit code.
    Done(u8),
    /// They are for a command that was added to the program.
    Other(ArgMatches),
}

impl Program {
    /// The parser of its arguments, with the options of all operations.
    pub fn command(&'static self) -> Command {
        command::program(self, Options::All)
    }

    /// Runs it with the arguments of a process, the name of the program first. Gives the exit code: 0 fine, 1 the server
    /// or the network failed, 2 arguments that mean nothing or missing credentials.
    pub fn run(
        &'static self,
        arguments: impl IntoIterator<Item = impl Into<OsString>>,
        io: &mut Io<'_>,
    ) -> u8 {
        let arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
        // Completions tell all; anything else is about the operation that is named.
        let whole = arguments.get(1).is_some_and(|word| word == COMPLETIONS);
        let options = match whole {
            true => Options::All,
            false => Options::Named(&arguments),
        };
        let command = command::program(self, options);
        match self.parse(command, &arguments, io) {
            Outcome::Done(code) => code,
            Outcome::Other(_) => WRONG,
        }
    }

    /// As [`Program::run`], with a parser that has further commands: [`Program::command`] and more.
    pub fn run_with(
        &'static self,
        command: Command,
        arguments: impl IntoIterator<Item = impl Into<OsString>>,
        io: &mut Io<'_>,
    ) -> Outcome {
        let arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
        self.parse(command, &arguments, io)
    }

    fn parse(
        &'static self,
        mut command: Command,
        arguments: &[OsString],
        io: &mut Io<'_>,
    ) -> Outcome {
        let width = io.width.unwrap_or(100).clamp(40, 120);
        command = command.term_width(width);
        let whole = match command.try_get_matches_from_mut(arguments) {
            Ok(matches) => matches,
            Err(refusal) => return Outcome::Done(refused(&refusal, io)),
        };
        let ran = match whole.subcommand() {
            Some((COMPLETIONS, matches)) => completions(&mut command, matches, arguments, io),
            Some((name, matches)) => match self.find(name, matches) {
                Some((service, action, matches)) => run::run(service, action, matches, io),
                None => return Outcome::Other(whole.clone()),
            },
            None => return Outcome::Other(whole),
        };
        Outcome::Done(match ran {
            Ok(()) => FINE,
            Err(problem) => ended(problem, io),
        })
    }

    /// The operation that arguments are for.
    fn find<'m>(
        &self,
        name: &str,
        matches: &'m ArgMatches,
    ) -> Option<(&'static Service, &'static Action, &'m ArgMatches)> {
        let mut services = self.services.iter().copied().flatten();
        let service = services.find(|service| service.name == name)?;
        let (name, matches) = matches.subcommand()?;
        let mut actions = service.groups.iter().copied().flatten();
        let action = actions.find(|action| action.name == name)?;
        Some((service, action, matches))
    }
}

/// Help and version are a refusal to clap, too.
fn refused(refusal: &clap::Error, io: &mut Io<'_>) -> u8 {
    use clap::error::ErrorKind;
    let shown = refusal.render().to_string();
    match refusal.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let written = io.write(shown.as_bytes()).and_then(|()| io.flush());
            written.map_or_else(|problem| ended(problem, io), |()| FINE)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = io.errors.write_all(shown.as_bytes());
            WRONG
        }
        _ => ended(Problem::arguments(refusal), io),
    }
}

/// The exit code of a problem, once it was told.
fn ended(problem: Problem, io: &mut Io<'_>) -> u8 {
    io.progress("");
    // What was printed before it comes first.
    let _ = io.output.flush();
    if let Some(line) = &problem.line {
        io.say("error", line);
    }
    problem.code
}

fn completions(
    command: &mut Command,
    matches: &ArgMatches,
    arguments: &[OsString],
    io: &mut Io<'_>,
) -> Result<(), Problem> {
    let Some(shell) = matches.get_one::<clap_complete::Shell>("shell") else {
        return Err(Problem::wrong("completions are for a shell; name it"));
    };
    let called = arguments
        .first()
        .and_then(|path| Path::new(path).file_stem());
    let name = match called.and_then(|name| name.to_str()) {
        Some(name) => name.to_owned(),
        None => command.get_name().to_owned(),
    };
    let mut script = Vec::new();
    clap_complete::generate(*shell, command, name, &mut script);
    io.write(&script)?;
    io.flush()
}
