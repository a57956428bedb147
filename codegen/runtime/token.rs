//! Tokens that are fetched when they are needed. In: something that fetches them; out: a token that is still good.
//! Invariant: of all calls that wait for a token one fetches it, and no token is shown.

use super::body::Body;
use super::clock::Clock;
use super::incoming::Incoming;
use super::transport::{BoxFuture, MaybeSend, Stage, TimeLimit, Transport, TransportError};
use super::url::Url;
use bytes::Bytes;
use http::header::{HeaderValue, USER_AGENT};
use secrecy::SecretString;
use std::any::Any;
use std::fmt::{self, Debug, Display, Formatter};
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

/// Fetches tokens: for a client whose token runs out.
///
/// It is asked when a token is needed and there is none, when the last one is about to run out, and once when a server
/// answers 401 to it. An async closure without arguments is one as well.
pub trait TokenProvider: Send + Sync {
    /// Fetches a new token. A blocking client waits for it on its own thread.
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>>;
}

impl<P, F> TokenProvider for P
where
    P: Fn() -> F + Send + Sync,
    F: Future<Output = Result<Token, TokenError>> + MaybeSend + 'static,
{
    fn token<'a>(&'a self, _: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(self())
    }
}

/// A token, and how long it is good for.
#[derive(Clone)]
pub struct Token {
    secret: SecretString,
    lifetime: Option<Duration>,
}

impl Token {
    /// A token that is good until a server refuses it.
    pub fn new(text: impl Into<String>) -> Self {
        Token {
            secret: SecretString::from(text.into()),
            lifetime: None,
        }
    }

    /// How long it is good for, from the moment at which it was asked for.
    #[must_use]
    pub fn with_lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }
}

impl Debug for Token {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("lifetime", &self.lifetime)
            .finish_non_exhaustive()
    }
}

/// Why there is no token. Its text is shown: it should hold no secret.
#[derive(Clone, Debug)]
pub struct TokenError {
    error: Arc<dyn std::error::Error + Send + Sync>,
    passing: bool,
}

impl TokenError {
    /// A failure that would come again.
    pub fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        TokenError {
            error: error.into().into(),
            passing: false,
        }
    }

    /// A failure that may pass: the call asks again, as often as its retries allow.
    #[must_use]
    pub fn passing(mut self) -> Self {
        self.passing = true;
        self
    }

    pub(super) fn may_pass(&self) -> bool {
        self.passing
    }

    pub(super) fn cause(&self) -> &(dyn std::error::Error + 'static) {
        &*self.error
    }
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for TokenError {
    fn from(error: E) -> Self {
        TokenError {
            passing: (&error as &dyn Any).is::<TransportError>(),
            error: Arc::new(error),
        }
    }
}

impl Display for TokenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.error, f)
    }
}

/// What a provider may use of the client that asks.
#[derive(Clone, Copy, Debug)]
pub struct TokenContext<'a> {
    pub(super) transport: &'a dyn Transport,
    pub(super) clock: &'a dyn Clock,
    /// Where the client calls: what relative URLs are relative to.
    pub(super) base: Option<&'a Url>,
    pub(super) user_agent: &'a HeaderValue,
    pub(super) limit: Option<Duration>,
}

/// The most that a response with a token may have.
const LARGEST: usize = 1 << 20;

impl TokenContext<'_> {
    /// Sends a request through the client's own transport. Redirects are not followed.
    ///
    /// # Errors
    /// When there is no response, or one that is far too large for a token.
    pub async fn send(
        &self,
        request: http::Request<Body>,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let mut request = request;
        if let Some(limit) = self.limit {
            request.extensions_mut().insert(TimeLimit(limit));
        }
        let agent = || self.user_agent.clone();
        request
            .headers_mut()
            .entry(USER_AGENT)
            .or_insert_with(agent);
        let (head, incoming) = self.transport.send(request).await?.into_parts();
        let body = whole(incoming).await?;
        Ok(http::Response::from_parts(head, body))
    }

    /// The URL behind one that the API's description gives.
    pub(super) fn resolve(&self, url: &str) -> Result<Url, TokenError> {
        match self.base {
            Some(base) => base.resolve(url),
            None => Url::parse(url),
        }
        .map_err(TokenError::new)
    }
}

async fn whole(mut incoming: Incoming) -> Result<Bytes, TransportError> {
    let mut all = Vec::new();
    while let Some(chunk) = incoming.chunk().await? {
        all.extend_from_slice(&chunk);
        if all.len() > LARGEST {
            let reason = "the response is too large for one with a token";
            return Err(TransportError::new(Stage::Exchange, reason));
        }
    }
    Ok(all.into())
}

/// A provider, and the token it gave last.
pub struct TokenSource {
    provider: Box<dyn TokenProvider>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    /// Counts the fetches that came to an end.
    round: u64,
    /// Why the last fetch gave nothing.
    error: Option<TokenError>,
    fetching: bool,
    waiting: Vec<Waker>,
}

/// A token in use. It is known by the fetch that it is from.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) secret: SecretString,
    pub(super) round: u64,
    until: Option<Duration>,
}

impl Held {
    fn is_good(&self, now: Duration) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// What a call does next about its token.
enum Step {
    Use(Held),
    Wait(u64),
    Fetch,
}

impl TokenSource {
    pub(super) fn new(provider: impl TokenProvider + 'static) -> Self {
        TokenSource {
            provider: Box::new(provider),
            state: Mutex::default(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token that is there already, if it is good.
    pub(super) fn held(&self, now: Duration) -> Option<Held> {
        let state = self.lock();
        state.held.clone().filter(|held| held.is_good(now))
    }

    /// A good token, other than the refused one.
    pub(super) async fn get(
        &self,
        context: TokenContext<'_>,
        refused: Option<u64>,
    ) -> Result<Held, TokenError> {
        loop {
            match self.step(context.clock.now(), refused) {
                Step::Use(held) => return Ok(held),
                Step::Fetch => return self.fetch(context).await,
                Step::Wait(round) => {
                    std::future::poll_fn(|task| self.poll_wait(round, task.waker())).await;
                    let state = self.lock();
                    // Who waited for a fetch shares its failure. One that was given up counts for nothing.
                    if state.round == round {
                        continue;
                    }
                    if let Some(error) = state.error.clone() {
                        return Err(error);
                    }
                    // Its token as well, however short it is good for: it was not there when the call asked for one.
                    if let Some(held) = &state.held {
                        return Ok(held.clone());
                    }
                }
            }
        }
    }

    fn step(&self, now: Duration, refused: Option<u64>) -> Step {
        let mut state = self.lock();
        if let Some(held) = &state.held
            && held.is_good(now)
            && refused != Some(held.round)
        {
            return Step::Use(held.clone());
        }
        if state.fetching {
            return Step::Wait(state.round);
        }
        state.fetching = true;
        Step::Fetch
    }

    fn poll_wait(&self, round: u64, waker: &Waker) -> Poll<()> {
        let mut state = self.lock();
        if !state.fetching || state.round != round {
            return Poll::Ready(());
        }
        if !state.waiting.iter().any(|other| other.will_wake(waker)) {
            state.waiting.push(waker.clone());
        }
        Poll::Pending
    }

    async fn fetch(&self, context: TokenContext<'_>) -> Result<Held, TokenError> {
        // Also when the call is given up here: another one then takes over.
        let _end = Fetching(self);
        let begin = context.clock.now();
        let outcome = self.provider.token(context).await;
        let mut state = self.lock();
        state.round += 1;
        match outcome {
            Ok(token) => {
                let held = Held {
                    secret: token.secret,
                    round: state.round,
                    until: (token.lifetime).and_then(|lifetime| begin.checked_add(sure(lifetime))),
                };
                state.error = None;
                state.held = Some(held.clone());
                Ok(held)
            }
            Err(error) => {
                state.held = None;
                state.error = Some(error.clone());
                Err(error)
            }
        }
    }
}

/// The part of a lifetime in which a token surely arrives while it is good.
fn sure(lifetime: Duration) -> Duration {
    lifetime - (lifetime / 10).min(Duration::from_secs(30))
}

/// The end of a fetch, however it comes.
struct Fetching<'a>(&'a TokenSource);

impl Drop for Fetching<'_> {
    fn drop(&mut self) {
        let waiting = {
            let mut state = self.0.lock();
            state.fetching = false;
            std::mem::take(&mut state.waiting)
        };
        waiting.into_iter().for_each(Waker::wake);
    }
}
