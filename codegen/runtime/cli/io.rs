//! What a command line reads and writes. In: streams and the environment, those of the process or a test's; out: the same
//! behind one handle. Invariant: a reader that closes the pipe ends the output, and that is no error.

use super::super::body::Body;
use super::super::transport::{Answer, BoxFuture, Transport};
use super::problem::Problem;
use std::ffi::OsString;
use std::fmt::{self, Debug, Formatter};
use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;

/// How wide a terminal is that does not say.
const WIDTH: usize = 80;

/// Gives the value of a variable of the environment.
pub type Lookup<'a> = Box<dyn Fn(&str) -> Option<OsString> + 'a>;

/// Where a command line reads and writes.
pub struct Io<'a> {
    /// What a body may be read from.
    pub input: Box<dyn Read + 'a>,
    /// Where results go.
    pub output: Box<dyn Write + 'a>,
    /// Where messages go.
    pub errors: Box<dyn Write + 'a>,
    /// The environment: where credentials come from.
    pub variable: Lookup<'a>,
    /// How many columns the terminal has that results go to; `None` for a pipe or a file.
    pub width: Option<usize>,
    /// Whether somebody looks at the messages while they come.
    pub watched: bool,
    /// How requests are sent, if not through ureq.
    pub transport: Option<Arc<dyn Transport>>,
}

impl Io<'static> {
    /// Those of the process.
    pub fn process() -> Self {
        Io {
            input: Box::new(io::stdin()),
            output: Box::new(io::BufWriter::new(io::stdout())),
            errors: Box::new(io::stderr()),
            variable: Box::new(|name| std::env::var_os(name)),
            width: terminal_width(),
            watched: io::stderr().is_terminal(),
            transport: None,
        }
    }
}

impl Io<'_> {
    /// Writes JSON: to a terminal, without what that would act on.
    pub(super) fn write_json(&mut self, text: &str) -> Result<(), Problem> {
        match self.width {
            Some(_) => self.write(super::screen::json(text).as_bytes()),
            None => self.write(text.as_bytes()),
        }
    }

    /// Writes a piece of the result.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.output.write_all(bytes).map_err(Problem::output)
    }

    /// Lets the reader have what was written.
    pub(super) fn flush(&mut self) -> Result<(), Problem> {
        self.output.flush().map_err(Problem::output)
    }

    /// Says something in a line. Whoever has closed that can't be told so.
    pub(super) fn say(&mut self, label: &str, text: &str) {
        let _ = writeln!(self.errors, "{label}: {}", super::screen::printable(text));
        let _ = self.errors.flush();
    }

    /// Says how far it has come, to somebody who waits; an empty text takes it back, and must before a result is written,
    /// which may go to the same terminal.
    pub(super) fn progress(&mut self, text: &str) {
        if self.watched {
            let _ = write!(self.errors, "\r\x1b[K{text}");
            let _ = self.errors.flush();
        }
    }
}

impl Debug for Io<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Io")
            .field("width", &self.width)
            .field("watched", &self.watched)
            .finish_non_exhaustive()
    }
}

fn terminal_width() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    let told = terminal_size::terminal_size_of(io::stdout());
    Some(told.map_or(WIDTH, |(width, _)| width.0.into()))
}

/// A transport that several clients share.
#[derive(Debug)]
pub(super) struct Shared(pub(super) Arc<dyn Transport>);

impl Transport for Shared {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        self.0.send(request)
    }
}
