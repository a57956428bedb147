//! A connection that brings events, and is made again. In: a call; out: one event after the other. Invariant: an event is
//! neither lost nor given twice where the server gives them identities; connections in a row that bring no event are no
//! more than the retry policy has tries.

use super::call::Call;
use super::execute::{Arrival, Engine, Reached};
use super::fault::Fault;
use super::incoming::Incoming;
use super::json::{self, DecodeError, Mode, Value, Writer};
use super::reply::Reply;
use super::retry::{self, Retry};
use super::sse::{Events, RawEvent};
use super::transport::BoxFuture;
use super::wire::Wire;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use std::task::{Context, Poll};

/// How the data of an event is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventForm {
    /// As text.
    Text,
    /// As JSON. The text `[DONE]`, which is none, ends the stream.
    Json,
    /// The whole event is an object with `data`, `event` and `id`. The data is text for these kinds of events; for others it
    /// is JSON, if it can be.
    Whole(&'static [&'static str]),
}

/// The part that is the same for all events.
pub(super) struct Connection {
    pub(super) state: State,
    pub(super) events: Events,
    pub(super) call: Call,
    pub(super) engine: fn(&Call) -> Engine,
    pub(super) documented: fn(&Reply) -> bool,
    pub(super) form: EventForm,
    /// Whether it is made again when the server has ended it.
    pub(super) endless: bool,
    /// Whether the caller says that the request may be sent again, whatever its method.
    pub(super) repeatable: bool,
    /// How often it was made again since the last event.
    pub(super) tries: u32,
    /// The most bytes that one event may have.
    pub(super) most: usize,
}

pub(super) enum State {
    Opening(BoxFuture<'static, Arrival>),
    Reading(Box<Reply>, Incoming),
    Waiting(BoxFuture<'static, ()>),
    Over,
}

/// Why there is no event.
pub(super) enum Trouble {
    Fault(Box<Fault>),
    /// The server says so.
    Failure(Box<Reply>),
}

impl Connection {
    /// The next event; `None` after the last.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<RawEvent>, Trouble>> {
        let outcome = std::task::ready!(self.advance(context));
        if !matches!(outcome, Ok(Some(_))) {
            self.state = State::Over;
        }
        Poll::Ready(outcome)
    }

    fn advance(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<RawEvent>, Trouble>> {
        loop {
            match &mut self.state {
                State::Over => return Poll::Ready(Ok(None)),
                State::Waiting(pause) => {
                    std::task::ready!(pause.as_mut().poll(context));
                    let engine = (self.engine)(&self.call);
                    self.state =
                        State::Opening(engine.run(self.call.clone(), Some(self.documented)));
                }
                State::Opening(run) => {
                    let reached = std::task::ready!(run.as_mut().poll(context));
                    self.state = self.reached(reached.map_err(Trouble::Fault)?)?;
                }
                State::Reading(reply, incoming) => {
                    if let Some(event) = self.events.step() {
                        self.tries = 0;
                        let last = self.form == EventForm::Json && event.data == "[DONE]";
                        return Poll::Ready(Ok((!last).then_some(event)));
                    }
                    if self.events.held() > self.most {
                        let fault = Fault::too_large(self.most).of(reply);
                        return Poll::Ready(Err(Trouble::Fault(Box::new(fault))));
                    }
                    let broken = match std::task::ready!(incoming.poll_chunk(context)) {
                        Ok(Some(chunk)) => {
                            self.events.push(&chunk);
                            continue;
                        }
                        Ok(None) => None,
                        Err(error) => Some(Box::new(Fault::transport(error).of(reply))),
                    };
                    match (self.again(broken.is_some()), broken) {
                        (Some(state), _) => self.state = state,
                        (None, None) => return Poll::Ready(Ok(None)),
                        (None, Some(fault)) => return Poll::Ready(Err(Trouble::Fault(fault))),
                    }
                }
            }
        }
    }

    /// Goes on with a response.
    fn reached(&self, reached: Reached) -> Result<State, Trouble> {
        let Reached { reply, rest } = reached;
        if reply.status_code() == StatusCode::NO_CONTENT {
            return Ok(State::Over);
        }
        if !(self.documented)(&reply) {
            return Err(Trouble::Failure(Box::new(reply)));
        }
        if reply.headers().contains_key(CONTENT_TYPE) && !reply.is("text/event-stream") {
            let media = reply.header(CONTENT_TYPE.as_str()).unwrap_or_default();
            let error = DecodeError::of("a `text/event-stream`", media.as_bytes(), 0);
            return Err(Trouble::Fault(Box::new(Fault::decode(error, reply))));
        }
        let incoming = rest.unwrap_or_else(|| Incoming::full(reply.body().clone()));
        let reply = reply.in_parts(&self.call.core);
        Ok(State::Reading(Box::new(reply), incoming))
    }

    /// Makes the connection again, unless there are reasons not to.
    fn again(&mut self, broken: bool) -> Option<State> {
        let call = &mut self.call;
        let policy: Retry = call.retry.unwrap_or(call.core.settings().retry);
        let method = Method::from_bytes(call.endpoint.method.as_bytes()).ok()?;
        let spent = call.body.as_ref().is_some_and(|(body, _)| body.is_spent());
        let id = self.events.last_id();
        let id = HeaderValue::from_bytes(id.as_bytes()).map_or("", |_| id);
        let wanted = self.endless || (broken && (!id.is_empty() || self.events.count() == 0));
        if !wanted || spent || !(self.repeatable || retry::is_idempotent(&method)) {
            return None;
        }
        self.tries += 1;
        let engine = (self.engine)(call);
        let pause = policy.pause(self.tries, None, engine.clock.random())?;
        // That of the caller holds until an event has come.
        if self.events.count() > 0 || !id.is_empty() {
            let named = |name: &str| name.eq_ignore_ascii_case("last-event-id");
            call.headers.0.retain(|(name, _)| !named(name));
        }
        if !id.is_empty() {
            call.headers.0.push(("last-event-id".into(), id.to_owned()));
        }
        let asked = self.events.retry().map(|asked| policy.at_most(asked));
        let pause = asked.unwrap_or(pause);
        self.events.restart();
        Some(State::Waiting(engine.clock.sleep(pause)))
    }

    fn read(&self, text: &[u8], into: &mut dyn Wire) -> Result<(), DecodeError> {
        match &self.state {
            State::Reading(reply, _) => reply.part(None, text, into),
            State::Opening(_) | State::Waiting(_) | State::Over => json::decode(text, into),
        }
    }

    /// Reads an event.
    pub(super) fn decode(&self, event: &RawEvent, into: &mut dyn Wire) -> Result<(), DecodeError> {
        match self.form {
            EventForm::Json => self.read(event.data.as_bytes(), into),
            EventForm::Text => {
                let mut writer = Writer::new(Mode::Json);
                writer.string(&event.data);
                self.read(&writer.into_bytes(), into)
            }
            EventForm::Whole(texts) => {
                let text = texts.contains(&&*event.event);
                let json = !text && json::from_str::<Value>(&event.data).is_ok();
                self.read(&whole(event, json), into)
            }
        }
    }

    /// Why an event could not be decoded.
    pub(super) fn fault(&self, error: DecodeError) -> Box<Fault> {
        let error = error.in_record("event", self.events.count());
        let reply = match &self.state {
            State::Reading(reply, _) => Reply::clone(reply),
            State::Opening(_) | State::Waiting(_) | State::Over => {
                Reply::new(self.call.endpoint.id, StatusCode::OK, HeaderMap::new())
            }
        };
        Box::new(Fault::decode(error, reply))
    }
}

/// An event as an object.
fn whole(event: &RawEvent, json: bool) -> Vec<u8> {
    let mut writer = Writer::new(Mode::Json);
    writer.open_map();
    let kind = Some(&event.event).filter(|kind| !kind.is_empty());
    for (key, value) in [("event", kind), ("id", event.id.as_ref())] {
        if let Some(value) = value {
            writer.key(key);
            writer.string(value);
        }
    }
    writer.key("data");
    match json {
        // As it is.
        true => writer.number(&event.data),
        false => writer.string(&event.data),
    }
    writer.close_map();
    writer.into_bytes()
}
