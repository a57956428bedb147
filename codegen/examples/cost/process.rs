//! A child process, measured. In: a command; out: how it ended, its wall and processor time, its peak memory. Times and
//! memory count whatever it waited for too, so cargo's figures are those of its compilers, and the peak is that of the
//! largest of them. Invariant: this program stays small, for Linux reports no peak of a child below that of its parent; see
//! [`floor`].

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// How a child ended, and what it took.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// What it said on standard error.
    pub(crate) stderr: String,
    /// What it took.
    pub(crate) usage: Usage,
    code: Option<i32>,
}

/// What a child took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Usage {
    /// Seconds on the wall.
    pub(crate) wall: f64,
    /// Seconds of processor time spent in the program.
    pub(crate) user: f64,
    /// Bytes resident at once, at most.
    pub(crate) peak: f64,
}

impl Run {
    /// Whether it ended with 0.
    pub(crate) fn is_fine(&self) -> bool {
        self.code == Some(0)
    }

    /// How it failed, in a line: the exit status, and the first error it told.
    pub(crate) fn failure(&self) -> String {
        let status = match self.code {
            Some(code) => format!("exit status {code}"),
            None => "ended by a signal".to_owned(),
        };
        match first_error(&self.stderr) {
            Some(line) => format!("{status}: {line}"),
            None => status,
        }
    }

    /// This run if it ended well, else its failure with what was run.
    pub(crate) fn expect_fine(self, what: &str) -> Result<Self, String> {
        if self.is_fine() {
            Ok(self)
        } else {
            Err(format!("{what}: {}", self.failure()))
        }
    }
}

/// The line with the first error, or else the first line.
fn first_error(text: &str) -> Option<&str> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.clone().next();
    lines
        .find(|line| line.starts_with("error") || line.starts_with("Error"))
        .or(first)
}

/// Why a command could not be measured.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// There is no such program.
    Missing,
    /// Something else.
    Other(String),
}

impl From<Trouble> for String {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Missing => "there is no such program".to_owned(),
            Trouble::Other(reason) => reason,
        }
    }
}

/// Runs a command to its end. What it says on standard error goes to the file `log`, where it may be read later.
pub(crate) fn run(command: &mut Command, log: &Path) -> Result<Run, Trouble> {
    let other = |error: &dyn std::fmt::Display| Trouble::Other(error.to_string());
    let errors = File::create(log).map_err(|e| other(&e))?;
    command.stdin(Stdio::null()).stderr(errors);
    let started = Instant::now();
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Trouble::Missing),
        Err(error) => return Err(other(&error)),
    };
    let used = child.wait4().map_err(|e| other(&e))?;
    let wall = started.elapsed().as_secs_f64();
    let said = std::fs::read(log).map_err(|e| other(&e))?;
    Ok(Run {
        stderr: String::from_utf8_lossy(&said).into_owned(),
        usage: Usage {
            wall,
            user: used.rusage.utime.as_secs_f64(),
            peak: used.rusage.maxrss as f64,
        },
        code: used.status.code(),
    })
}

/// The peak of this program so far, in bytes: less than that can't be told of a child. 0 where the system does not say.
pub(crate) fn floor() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes =
        line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) * 1024.0
}

/// What a command prints, if it ends well.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let shown = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("`{shown}` cannot be started: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let line = first_error(&said).unwrap_or_default();
        return Err(format!("`{shown}` failed ({}): {line}", output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The cargo that started this program.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

#[cfg(test)]
mod tests {
    use super::first_error;

    #[test]
    fn the_first_error_is_told_and_not_a_warning_before_it() {
        let text = "\nwarning: unused\n  --> a.rs\nerror[E0412]: no type `T`\nerror: more\n";
        assert_eq!(first_error(text), Some("error[E0412]: no type `T`"));
        assert_eq!(first_error("  killed\n"), Some("killed"));
        assert_eq!(first_error("\n"), None);
    }
}
