//! From arguments to a call. In: an operation and its options; out: a call that can be sent, or shown. Invariant: what is
//! shown holds no secret.

use super::super::call::Call;
use super::super::client::{Core, CoreBuilder};
use super::super::endpoint::Endpoint;
use super::super::node::Node;
use super::super::retry::Retry;
use super::super::wire::Wire;
use super::credentials::{self, REDACTED};
use super::io::{Io, Shared};
use super::problem::Problem;
use super::tables::{Action, Flag, Kind, Service};
use super::value::Given;
use clap::ArgMatches;
use http::header::{AUTHORIZATION, COOKIE, HeaderName, PROXY_AUTHORIZATION};
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

/// Method and path of an operation, as the document has them.
pub(super) fn line(endpoint: &Endpoint) -> String {
    format!("{} {}", endpoint.method, endpoint.path)
}

/// The call that the options of an operation describe.
pub(super) fn call(
    service: &'static Service,
    action: &'static Action,
    matches: &ArgMatches,
    io: &mut Io<'_>,
) -> Result<Call, Problem> {
    let mut call = core(service, action, matches, io)?.call(action.endpoint);
    for (index, flag) in action.flags.iter().enumerate() {
        if let Some(values) = matches.get_many::<String>(flag.name) {
            let nodes: Vec<Node> = values.map(|value| node(flag, value)).collect();
            set(&mut call, index, flag, nodes);
        }
    }
    super::body::put(&mut call, action, matches, io)?;
    for header in matches.get_many::<String>("header").into_iter().flatten() {
        let (name, value) = self::header(header)?;
        call.header(name, value);
    }
    Ok(call)
}

/// The name and the value of a header. What can't be told apart may be a secret, and is not repeated.
fn header(given: &str) -> Result<(&str, &str), Problem> {
    let wrong = |reason| Problem::wrong(format!("`--header` takes NAME: VALUE; {reason}"));
    let (name, value) = given
        .split_once(':')
        .ok_or_else(|| wrong("there is no colon in what it was given"))?;
    match HeaderName::from_bytes(name.trim().as_bytes()) {
        Ok(_) => Ok((name.trim(), value.trim())),
        Err(_) => Err(wrong(
            "what stands before the colon cannot be the name of a header",
        )),
    }
}

/// The client that the options describe.
fn core(
    service: &'static Service,
    action: &Action,
    matches: &ArgMatches,
    io: &Io<'_>,
) -> Result<Core, Problem> {
    let mut builder = CoreBuilder::new(service.api);
    builder.environment(service.environment, &io.variable);
    let secrets = builder.take_secrets();
    credentials::enough(service, action.endpoint, &secrets, io)?;
    builder.secrets(match matches.get_flag("dry-run") {
        true => secrets.redacted(REDACTED),
        false => secrets,
    });
    for variable in service.variables {
        if let Some(value) = matches.get_one::<String>(variable.flag) {
            builder.variable(variable.name, value.clone());
        }
    }
    if let Some(url) = matches.get_one::<String>("base-url") {
        builder.base_url(url.clone());
    }
    if service.api.servers.len() > 1
        && let Some(url) = matches.get_one::<String>("server")
    {
        let place = |server: &super::super::endpoint::Server| server.url == url;
        builder.server(service.api.servers.iter().position(place).unwrap_or(0));
    }
    if let Some(time) = matches.get_one::<Duration>("timeout") {
        builder.timeout(*time);
        builder.attempt_timeout(*time);
    }
    if let Some(retries) = matches.get_one::<u32>("retries") {
        builder.retry(Retry::default().with_retries(*retries));
    }
    if let Some(transport) = &io.transport {
        builder.blocking_transport(Shared(Arc::clone(transport)));
    }
    let core = builder.build();
    core.map_err(|error| Problem::wrong(format!("{}; see --help", error.of_environment())))
}

/// A value as a parameter takes it.
fn node(flag: &Flag, value: &str) -> Node {
    match flag.kind {
        Kind::Text | Kind::Format(_) | Kind::Choice(_) => Node::Text(value.to_owned()),
        Kind::Integer | Kind::Number | Kind::Boolean | Kind::Numbers(_) => {
            Node::Bare(value.to_owned())
        }
        Kind::Json => Node::parse(value).unwrap_or_else(|| Node::Text(value.to_owned())),
    }
}

/// Sets a parameter: through its bounds where it has some, and then to the very text that was given.
fn set(call: &mut Call, index: usize, flag: &Flag, mut nodes: Vec<Node>) {
    let node = match (flag.list, nodes.pop()) {
        (true, last) => Node::List(nodes.into_iter().chain(last).collect()),
        (false, Some(node)) => node,
        (false, None) => return,
    };
    let whole = |node: &Node| node.scalar().and_then(|text| text.parse::<i128>().ok());
    let typed: Box<dyn Wire> = match (&node, whole(&node)) {
        (Node::Text(text), _) => Box::new(text.clone()),
        (Node::Bare(_), Some(number)) => Box::new(number),
        (Node::Bare(text), None) if text.parse::<f64>().is_ok() => {
            Box::new(text.parse::<f64>().unwrap_or_default())
        }
        (Node::List(items), _) if items.iter().all(|item| matches!(item, Node::Text(_))) => {
            let texts = items.iter().filter_map(Node::scalar).map(str::to_owned);
            Box::new(texts.collect::<Vec<String>>())
        }
        _ => Box::new(Given::of(node.clone())),
    };
    call.set(index, &*typed);
    if let Some(slot) = call.values.get_mut(index) {
        *slot = Some(node);
    }
}

/// The request of a call, to be looked at.
pub(super) fn show(call: Call) -> Result<String, Problem> {
    let request = call.into_request::<std::convert::Infallible>();
    let request = request.map_err(|error| Problem::wrong(format!("{error}; see --help")))?;
    let mut out = format!("{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
        let secret =
            value.is_sensitive() || [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name);
        let text = match text.split_once(' ') {
            _ if !secret => text,
            Some((scheme, _)) if *name == AUTHORIZATION => format!("{scheme} {REDACTED}"),
            _ => REDACTED.to_owned(),
        };
        let _ = writeln!(out, "{name}: {text}");
    }
    match request
        .body()
        .as_bytes()
        .map(|bytes| std::str::from_utf8(bytes))
    {
        Some(Ok("")) => {}
        Some(Ok(text)) => {
            let _ = writeln!(out, "\n{text}");
        }
        Some(Err(_)) | None => {
            let length = request.body().length();
            let length = length.map_or("some".to_owned(), |length| length.to_string());
            let _ = writeln!(out, "\n({length} bytes)");
        }
    }
    Ok(out)
}
