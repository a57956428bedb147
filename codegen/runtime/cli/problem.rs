//! What ends a command before its time. In: failures of any kind; out: one line with the reason and what to do about it,
//! and an exit code. Invariant: no secret and no query string is in it.

use super::super::fault::{ErrorKind, Fault};
use super::super::reply::Reply;
use super::screen::printable;
use http::StatusCode;
use std::io;
use std::time::Duration;

/// It went well.
pub(super) const FINE: u8 = 0;
/// The server or the network did not do its part.
pub(super) const FAILED: u8 = 1;
/// The arguments mean nothing, or credentials are missing.
pub(super) const WRONG: u8 = 2;

/// What ends a command.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) code: u8,
    /// What is said about it; nothing where nobody is left to be told.
    pub(super) line: Option<String>,
}

impl Problem {
    /// Something about the arguments.
    pub(super) fn wrong(line: impl Into<String>) -> Self {
        Problem {
            code: WRONG,
            line: Some(line.into()),
        }
    }

    /// Something on the way.
    pub(super) fn failed(line: impl Into<String>) -> Self {
        Problem {
            code: FAILED,
            line: Some(line.into()),
        }
    }

    /// The result can't be written. A reader who has left has seen enough.
    pub(super) fn output(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Problem {
                code: FINE,
                line: None,
            };
        }
        Problem::failed(format!("the result can't be written: {error}"))
    }

    /// A call that failed; `credentials` is where they come from.
    pub(super) fn call(fault: &Fault, credentials: &str) -> Self {
        let remedy = match fault.kind() {
            ErrorKind::Request => "see --help for what it takes".to_owned(),
            ErrorKind::Token => format!("check {credentials}"),
            ErrorKind::Transport => "check the network and --base-url".to_owned(),
            ErrorKind::Timeout => "give it more time with --timeout".to_owned(),
            ErrorKind::Api => refusal(fault.reply.as_deref(), credentials),
            ErrorKind::Decode => "look at it with --output json".to_owned(),
            ErrorKind::Paging => "what came before is complete".to_owned(),
        };
        let line = match remedy.is_empty() {
            true => fault.to_string(),
            false => format!("{}; {remedy}", fault.to_string().trim_end_matches('.')),
        };
        match fault.kind() {
            ErrorKind::Request => Problem::wrong(line),
            _ => Problem::failed(line),
        }
    }

    /// What clap says about arguments, in one line: its first paragraphs, without the usage.
    pub(super) fn arguments(error: &clap::Error) -> Self {
        let text = error.to_string();
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        let end = text.find("\nUsage: ").unwrap_or(text.len());
        let end = text.find("\nFor more information").unwrap_or(end).min(end);
        let sentences = text[..end].split("\n\n").map(|sentence| {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            words.join(" ")
        });
        let sentences: Vec<String> = sentences.filter(|words| !words.is_empty()).collect();
        Problem::wrong(format!("{}; see --help", printable(&sentences.join("; "))))
    }
}

/// What to do about a status.
fn refusal(reply: Option<&Reply>, credentials: &str) -> String {
    let Some(reply) = reply else {
        return String::new();
    };
    match reply.status_code() {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN if credentials.is_empty() => String::new(),
        StatusCode::UNAUTHORIZED => format!("check {credentials}"),
        StatusCode::FORBIDDEN => format!("ask for the right, or check {credentials}"),
        StatusCode::NOT_FOUND => "check what it asks for".to_owned(),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => match reply.wait() {
            Some(Duration::MAX) | None => "try again later, or with --retries".to_owned(),
            Some(wait) => format!("try again in {} s, or with --retries", wait.as_secs()),
        },
        status if status.is_client_error() => "check the options".to_owned(),
        _ => "try again later".to_owned(),
    }
}
