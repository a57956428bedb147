//! A call that is being put together. In: the values of parameters and the body; out: a request, sent or not. Invariant:
//! values are written when they are set, so a call holds no models and nothing generic.

use super::body::Body;
use super::client::Core;
use super::endpoint::Endpoint;
use super::fault::Fault;
use super::json::{self, Mode};
use super::node::Node;
use super::progress::Watch;
use super::raw::Raw;
use super::retry::Retry;
use super::url::Url;
use super::wire::Wire;
use std::borrow::Cow;
use std::fmt::{self, Debug, Formatter};
use std::time::Duration;

/// A call of one operation. Clones share a body that can be sent once only: the first to send it has it.
#[derive(Clone, Debug)]
pub struct Call {
    pub(super) core: Core,
    pub(super) endpoint: &'static Endpoint,
    /// Method and path, where the document has none.
    pub(super) raw: Option<Box<Raw>>,
    /// The values of the parameters, by number.
    pub(super) values: Vec<Option<Node>>,
    pub(super) body: Option<(Body, Cow<'static, str>)>,
    pub(super) headers: Pairs,
    pub(super) query: Pairs,
    pub(super) base: Option<String>,
    /// The URL to call instead of the operation's own: a link that the server gave.
    pub(super) link: Option<Url>,
    pub(super) retry: Option<Retry>,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    /// Who wants to know how far the bodies are.
    pub(super) watch: Option<Watch>,
    /// What was wrong with a value.
    pub(super) problem: Option<(Option<&'static str>, String)>,
}

/// Names and values that the caller adds. The values may be secrets, and are not shown.
#[derive(Clone, Default)]
pub(super) struct Pairs(pub(super) Vec<(String, String)>);

impl Debug for Pairs {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let names = self.0.iter().map(|(name, _)| name);
        f.debug_list().entries(names).finish()
    }
}

impl Call {
    pub(super) fn new(core: Core, endpoint: &'static Endpoint) -> Self {
        Call {
            core,
            endpoint,
            raw: None,
            values: vec![None; endpoint.parameters.len()],
            body: None,
            headers: Pairs::default(),
            query: Pairs::default(),
            base: None,
            link: None,
            retry: None,
            timeout: None,
            attempt_timeout: None,
            watch: None,
            problem: None,
        }
    }

    /// With the value of a parameter.
    #[must_use]
    pub fn with(mut self, parameter: usize, value: &dyn Wire) -> Self {
        self.set(parameter, value);
        self
    }

    /// With a text as the value of a parameter.
    #[must_use]
    pub fn with_text(mut self, parameter: usize, text: String) -> Self {
        self.set_text(parameter, text);
        self
    }

    /// Sets the value of a parameter.
    pub fn set(&mut self, parameter: usize, value: &dyn Wire) {
        // [check]
        self.judge(parameter, value);
        // [end]
        let node = Node::of(value);
        self.put(parameter, node);
    }

    /// Sets the value of a parameter to a text, which is neither copied nor looked at.
    pub fn set_text(&mut self, parameter: usize, text: String) {
        // [check]
        self.judge(parameter, &text);
        // [end]
        self.put(parameter, Some(Node::Text(text)));
    }

    fn put(&mut self, parameter: usize, node: Option<Node>) {
        match (node, self.values.get_mut(parameter)) {
            (Some(node), Some(slot)) => *slot = Some(node),
            _ => self.problem = Some((self.name(parameter), "is nested too deeply".into())),
        }
    }

    fn name(&self, parameter: usize) -> Option<&'static str> {
        let parameter = self.endpoint.parameters.get(parameter);
        parameter.map(|parameter| parameter.name)
    }

    // [check]
    /// Holds a parameter to its bounds. A value that is set again has the last word.
    fn judge(&mut self, parameter: usize, value: &dyn Wire) {
        let name = self.name(parameter);
        self.problem.take_if(|(problem, _)| *problem == name);
        if let Some(parameter) = self.endpoint.parameters.get(parameter)
            && let Err(invalid) = super::bounds::bounded(value, &parameter.bounds)
        {
            self.problem.get_or_insert((name, invalid.behind()));
        }
    }
    // [end]

    // [check]
    /// Checks the body against its bounds, and those of its type.
    pub fn check(&mut self, body: &dyn Wire, bounds: &'static super::bounds::Bounds) {
        // A body that is given again has the last word; what is wrong without a parameter is wrong with the body.
        self.problem.take_if(|(parameter, _)| parameter.is_none());
        if let Err(invalid) = super::bounds::bounded(body, bounds) {
            let reason = format!("the body {}", invalid.behind());
            self.problem.get_or_insert((None, reason));
        }
    }
    // [end]

    /// Sets the body to a value, as JSON.
    pub fn json(&mut self, value: &dyn Wire, media_type: impl Into<Cow<'static, str>>) {
        self.bytes(json::encode(value, Mode::Request), media_type);
    }

    /// Sets the body to a text.
    pub fn text(&mut self, text: impl Into<String>, media_type: impl Into<Cow<'static, str>>) {
        self.bytes(text.into(), media_type);
    }

    /// Sets the body to bytes, or to what is read while it is sent.
    pub fn bytes(&mut self, body: impl Into<Body>, media_type: impl Into<Cow<'static, str>>) {
        self.body = Some((body.into(), media_type.into()));
    }

    /// Adds a header to this call, in place of one of the same name.
    pub fn header(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.headers.0.push((name.into(), value.into()));
    }

    /// Adds a pair to the query of this call.
    pub fn query(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.query.0.push((name.into(), value.into()));
    }

    /// Calls another server: its URL, to which the operation's path is appended.
    pub fn base_url(&mut self, url: impl Into<String>) {
        self.base = Some(url.into());
    }

    /// The time for the whole call, further attempts included.
    pub fn timeout(&mut self, time: Duration) {
        self.timeout = Some(time);
    }

    /// The time for each attempt.
    pub fn attempt_timeout(&mut self, time: Duration) {
        self.attempt_timeout = Some(time);
    }

    /// How often this call is repeated when it fails.
    pub fn retry(&mut self, retry: Retry) {
        self.retry = Some(retry);
    }

    // [events lines]
    /// Asks for one of the media types that there are, unless the caller has said otherwise.
    pub(super) fn accept(&mut self, media_types: &'static str) {
        if media_types != self.endpoint.accept {
            let header = ("accept".to_owned(), media_types.to_owned());
            self.headers.0.insert(0, header);
        }
    }
    // [end]

    pub(super) fn fault(&self, fault: Fault) -> Box<Fault> {
        Box::new(Fault {
            operation: self.endpoint.id,
            ..fault
        })
    }
}
