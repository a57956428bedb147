//! What happens to a request. In: head and body; out: a response, and what is to happen to it on its way. Invariant: every
//! request is written down, with its answer, before the answer is given.

use super::alternatives::Tries;
use super::answer::{self, Said};
use super::credentials::{self, Known};
use super::fault::{self, Damage, Fault};
use super::payload;
use super::problem::{Place, Problem};
use super::received::{Parts, Received};
use super::route::{self, Route};
use super::row::Row;
use super::rules::{Judge, Strict};
use super::unstyle::{self, Texts};
use crate::runtime::endpoint::{Location, SchemeKind};
use bytes::Bytes;
use http::header::HOST;
use http::uri::Authority;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The most bytes of a body, unless another limit is set.
const BODY_LIMIT: usize = 16 << 20;

/// Answers a request that is right.
pub(super) type Handler =
    Arc<dyn Fn(&Received) -> Result<http::Response<Bytes>, Problem> + Send + Sync>;
/// Says what is wrong.
pub(super) type Voice = Arc<dyn Fn(&Received, &Problem) -> http::Response<Bytes> + Send + Sync>;
/// Looks at a request first, and may answer it.
pub(super) type Gate = Arc<dyn Fn(&Received) -> Option<http::Response<Bytes>> + Send + Sync>;
/// Looks at every answer last.
pub(super) type Finish = Arc<dyn Fn(&Received, &mut http::Response<Bytes>) + Send + Sync>;

/// How a server behaves.
#[derive(Clone)]
pub(super) struct Behaviour {
    pub(super) rows: Vec<&'static Row>,
    /// By the address of an operation's table.
    pub(super) handlers: HashMap<usize, Handler>,
    pub(super) base: String,
    /// Other paths that it is at.
    pub(super) others: Vec<String>,
    pub(super) known: Known,
    pub(super) any_credentials: bool,
    pub(super) strict: Strict,
    /// The most bytes of a body.
    pub(super) body_limit: usize,
    /// Whether a handler that panics is answered for, or ends the caller.
    pub(super) catches: bool,
    pub(super) faults: Vec<Fault>,
    pub(super) voice: Option<Voice>,
    pub(super) gate: Option<Gate>,
    pub(super) finish: Option<Finish>,
}

impl Default for Behaviour {
    fn default() -> Self {
        Behaviour {
            rows: Vec::new(),
            handlers: HashMap::new(),
            base: String::new(),
            others: Vec::new(),
            known: Known::default(),
            any_credentials: false,
            strict: Strict {
                values: true,
                keys: true,
            },
            body_limit: BODY_LIMIT,
            catches: false,
            faults: Vec::new(),
            voice: None,
            gate: None,
            finish: None,
        }
    }
}

/// A server without a connection.
pub(super) struct Engine {
    behaviour: Behaviour,
    past: Mutex<Past>,
}

#[derive(Default)]
struct Past {
    received: Vec<Received>,
    requests: u64,
    /// By the address of an operation's table.
    calls: HashMap<usize, u64>,
}

/// An answer, and what is to happen to it.
pub(super) struct Played {
    pub(super) response: http::Response<Bytes>,
    pub(super) delay: Duration,
    pub(super) damage: Option<Damage>,
    received: Received,
}

/// The address of an operation's table: there is one of each.
pub(super) fn address(row: &Row) -> usize {
    std::ptr::from_ref(row.endpoint).addr()
}

impl Engine {
    pub(super) fn new(behaviour: Behaviour) -> Self {
        Engine {
            behaviour,
            past: Mutex::default(),
        }
    }

    fn past(&self) -> MutexGuard<'_, Past> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The requests that were answered.
    pub(super) fn received(&self) -> Vec<Received> {
        self.past().received.clone()
    }

    /// Writes a request down as answered.
    pub(super) fn done(&self, played: &Played) {
        self.past().received.push(played.received.clone());
    }

    /// The most bytes of a body; of a longer one the rest is of no use.
    pub(super) fn body_limit(&self) -> usize {
        self.behaviour.body_limit
    }

    /// Answers a request.
    pub(super) fn play(&self, head: &http::request::Parts, body: Bytes) -> Played {
        let target = head
            .uri
            .path_and_query()
            .map_or("/", |whole| whole.as_str());
        let query = head.uri.query().unwrap_or_default();
        let (base, path) = self.place(head.uri.path());
        let route = match base {
            Some(_) => route::route(&self.behaviour.rows, head.method.as_str(), path, query),
            None => Route::Nothing,
        };
        let (row, found) = match &route {
            Route::Found(row, found) => (Some(*row), found.as_slice()),
            Route::OtherMethods(_) | Route::Nothing => (None, &[][..]),
        };
        let (number, call) = self.count(row);
        let limit = self.behaviour.body_limit;
        let too_large = body.len() > limit;
        let mut parts = Parts {
            number,
            row,
            method: head.method.clone(),
            url: format!("{}{}", origin(head), base.unwrap_or_default()),
            path: path.to_owned(),
            target: target.to_owned(),
            query: query.to_owned(),
            headers: head.headers.clone(),
            payload: row.and_then(|row| payload::find(row, &head.headers, &body)),
            body: match too_large {
                true => Bytes::new(),
                false => body,
            },
            values: Vec::new(),
            strict: self.behaviour.strict,
        };
        hide(&mut parts);
        let wrong = row.map_or_else(Vec::new, |row| self.values(row, found, &mut parts));
        let mut received = Received {
            parts: Arc::new(parts),
            status: 0,
            problems: Vec::new(),
        };
        received.problems = match route {
            Route::Nothing => vec![Problem::new(404, Place::Path, "is that of no operation")],
            Route::OtherMethods(methods) => {
                let allow = methods.join(", ");
                let reason = format!("is none of {allow}");
                vec![Problem::new(405, Place::Method, reason).header(("allow".to_owned(), allow))]
            }
            Route::Found(row, _) if too_large => {
                let place = Place::Body("$".to_owned());
                let problem = Problem::new(413, place, format!("has more than {limit} bytes"));
                vec![problem.of(Some(row.endpoint.id))]
            }
            Route::Found(row, _) => self.problems(row, &received, wrong),
        };
        self.finish(received, call)
    }

    /// Where the server is, if the path is below that, and the path from there on.
    fn place<'a>(&self, path: &'a str) -> (Option<&str>, &'a str) {
        let others = self.behaviour.others.iter();
        let mut found = std::iter::once(&self.behaviour.base)
            .chain(others)
            .filter_map(|base| Some((base.as_str(), path.strip_prefix(base.as_str())?)));
        match found.find(|(_, rest)| rest.is_empty() || rest.starts_with('/')) {
            Some((base, rest)) => (Some(base), rest),
            None => (None, path),
        }
    }

    fn count(&self, row: Option<&Row>) -> (u64, u64) {
        let mut past = self.past();
        let number = past.requests;
        past.requests += 1;
        let calls = row.map(|row| past.calls.entry(address(row)).or_default());
        let call = calls.map_or(0, |calls| {
            *calls += 1;
            *calls - 1
        });
        (number, call)
    }

    /// Reads the parameters, and gives what is wrong with them: the number of each and why.
    fn values(
        &self,
        row: &'static Row,
        found: &[(usize, &str)],
        parts: &mut Parts,
    ) -> Vec<(usize, String)> {
        let query = unstyle::pairs(&parts.query);
        let fixed = unstyle::pairs(route::fixed_query(row));
        let fixed = fixed
            .iter()
            .map(|(name, _)| (Location::Query, name.as_str()));
        let taken: Vec<(Location, &str)> = fixed.chain(taken(row)).collect();
        let texts = Texts {
            path: found,
            query: &query,
            whole: &parts.query,
            headers: &parts.headers,
            taken: &taken,
            tries: Tries::new(),
        };
        let mut values = Vec::new();
        let mut wrong = Vec::new();
        for (number, parameter) in row.endpoint.parameters.iter().enumerate() {
            let any = super::expect::Expect::ANY;
            let expect = row.parameters.get(number).unwrap_or(&any);
            let value = texts.value(number, parameter, expect).and_then(|value| {
                if let Some(value) = &value {
                    let checked = Judge::new(self.behaviour.strict).check(expect, value);
                    checked.map_err(|wrong| wrong.behind())?;
                }
                Ok(value)
            });
            if let Err(reason) = &value {
                wrong.push((number, reason.clone()));
            } else if parameter.required && matches!(value, Ok(None)) {
                wrong.push((number, "is missing".to_owned()));
            }
            values.push(value.unwrap_or_default());
        }
        parts.values = values;
        wrong
    }

    /// What is wrong with a request, the worst first.
    fn problems(
        &self,
        row: &'static Row,
        received: &Received,
        wrong: Vec<(usize, String)>,
    ) -> Vec<Problem> {
        let mut out = Vec::new();
        if !self.behaviour.any_credentials {
            out.extend(credentials::check(received, &self.behaviour.known).err());
        }
        let id = Some(row.endpoint.id);
        let parts = &received.parts;
        let empty = parts.body.is_empty();
        if parts.payload.is_none() && !empty {
            out.push(payload::unasked(row, &parts.headers).of(id));
        }
        let wrong = wrong.into_iter();
        out.extend(wrong.map(|(number, reason)| received.wrong(number, reason)));
        if self.behaviour.strict.keys {
            out.extend(undeclared(row, parts).map(|key| {
                Problem::new(400, Place::Query(key), "is no parameter of the operation").of(id)
            }));
        }
        if row.body_required && empty && parts.payload.is_none() {
            let place = Place::Body("$".to_owned());
            out.push(Problem::new(400, place, "is missing").of(id));
        }
        if out.is_empty() {
            out.extend((row.reads)(received).err());
        }
        out
    }

    /// The answer: of a fault, of the gate, about what is wrong, of the handler, or of the document.
    fn finish(&self, mut received: Received, call: u64) -> Played {
        let behaviour = &self.behaviour;
        let gate = behaviour.gate.as_ref().and_then(|gate| gate(&received));
        let number = received.number();
        let effect = fault::effect(&behaviour.faults, received.operation(), number, call);
        let instead = effect
            .fault
            .and_then(|fault| fault.instead(&received, &|problem| self.fail(&received, problem)));
        let mut response = match (instead.or(gate), received.problems.first()) {
            (Some(response), _) => response,
            (None, Some(problem)) => self.say(&received, problem),
            (None, None) => match self.serve(&received) {
                Ok(response) => response,
                Err(problem) => {
                    let response = self.say(&received, &problem);
                    received.problems.push(problem);
                    response
                }
            },
        };
        if let Some(finish) = &behaviour.finish {
            finish(&received, &mut response);
        }
        let damage = effect.fault.and_then(Fault::damage);
        if let Some(fault) = effect.fault {
            fault.stamp(&mut response);
        }
        if damage == Some(Damage::Malformed) {
            fault::malform(&mut response);
        }
        answer::bare(&mut response, received.method());
        received.status = response.status().as_u16();
        Played {
            response,
            delay: effect.delay,
            damage,
            received,
        }
    }

    /// What a fault with a status says: what is said of problems, or else the document's example of that error.
    fn fail(&self, received: &Received, problem: &Problem) -> http::Response<Bytes> {
        let row = received.parts.row;
        match row.and_then(|row| row.failure(problem.status())) {
            Some(failure) if self.behaviour.voice.is_none() => {
                Said::text(problem.status(), failure.media, failure.body).response()
            }
            Some(_) | None => self.say(received, problem),
        }
    }

    fn say(&self, received: &Received, problem: &Problem) -> http::Response<Bytes> {
        match &self.behaviour.voice {
            None => problem.response(),
            Some(voice) => {
                let mut response = voice(received, problem);
                problem.stamp(&mut response);
                response
            }
        }
    }

    fn serve(&self, received: &Received) -> Result<http::Response<Bytes>, Problem> {
        let Some(row) = received.parts.row else {
            return Ok(Said::empty(404).response());
        };
        match self.behaviour.handlers.get(&address(row)) {
            Some(handler) if self.behaviour.catches => {
                let answer = catch_unwind(AssertUnwindSafe(|| handler(received)));
                answer.unwrap_or_else(|panic| {
                    Err(Problem::panicked(&*panic).of(received.operation()))
                })
            }
            Some(handler) => handler(received),
            None => Ok(Said::text(row.status, row.media, row.body).response()),
        }
    }
}

/// Where a request went, without a path.
fn origin(head: &http::request::Parts) -> String {
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = head.uri.authority().map(Authority::as_str).or(host);
    let scheme = head.uri.scheme_str().unwrap_or("http");
    format!("{scheme}://{}", host.unwrap_or("localhost"))
}

/// Marks the headers that hold secrets, so that they are not printed.
fn hide(parts: &mut Parts) {
    let schemes = parts.row.map_or(&[][..], |row| row.endpoint.api.schemes);
    let keys = schemes.iter().filter_map(|scheme| match scheme.kind {
        SchemeKind::ApiKey(Location::Header, name) => Some(name),
        _ => None,
    });
    for name in keys.chain(["authorization", "cookie"]) {
        if let Some(value) = parts.headers.get_mut(name) {
            value.set_sensitive(true);
        }
    }
}

/// The keys that belong to parameters by their name, and to credentials.
fn taken<'k>(row: &'static Row) -> impl Iterator<Item = (Location, &'k str)> {
    let parameters = row.endpoint.parameters.iter().zip(row.parameters);
    let named = parameters.filter(|(parameter, expect)| !unstyle::spreads(parameter, expect));
    let named = named.map(|(parameter, _)| (parameter.location, parameter.name));
    let schemes = row.endpoint.api.schemes.iter();
    let keys = schemes.filter_map(|scheme| match scheme.kind {
        SchemeKind::ApiKey(place, name) => Some((place, name)),
        _ => None,
    });
    named.chain(keys)
}

/// The keys of a query that belong to nothing.
fn undeclared(row: &'static Row, parts: &Parts) -> impl Iterator<Item = String> {
    let parameters = row.endpoint.parameters.iter().zip(row.parameters);
    let own: Vec<_> = parameters
        .filter(|(parameter, _)| {
            matches!(parameter.location, Location::Query | Location::QueryString)
        })
        .collect();
    let whole = own
        .iter()
        .any(|(parameter, _)| parameter.location == Location::QueryString);
    let fixed = unstyle::pairs(route::fixed_query(row));
    let keys = row
        .endpoint
        .api
        .schemes
        .iter()
        .filter_map(|scheme| match scheme.kind {
            SchemeKind::ApiKey(Location::Query, name) => Some(name),
            _ => None,
        });
    let keys: Vec<&str> = keys.collect();
    let mut out: Vec<String> = Vec::new();
    for (key, _) in unstyle::pairs(&parts.query) {
        let known = whole
            || keys.contains(&key.as_str())
            || fixed.iter().any(|(name, _)| *name == key)
            || own
                .iter()
                .any(|(parameter, expect)| unstyle::owns(parameter, expect, &key));
        if !known && !out.contains(&key) {
            out.push(key);
        }
    }
    out.into_iter()
}
