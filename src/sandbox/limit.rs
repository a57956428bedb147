//! Documented rate limits.
//!
//! Input: a vendor's [`House`] and the requests as they come. Output: a refusal where there are too many, and headers that
//! tell how many are left. Invariant: a vendor without a limit refuses nothing and tells nothing.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use activity_logs::runtime::fake::{Place, Problem};
use http::{HeaderName, HeaderValue, StatusCode, header};
use jiff::{SignedDuration, Timestamp};

use super::fault::Hint;
use super::server::House;
use super::wire::Response;

/// A documented rate limit and the headers it shows in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) requests: u32,
    pub(crate) window: Duration,
    pub(crate) limit: &'static str,
    pub(crate) remaining: &'static str,
    /// Epoch seconds at which the window ends, where the vendor tells.
    pub(crate) reset: Option<&'static str>,
}

/// Counts the requests of one server.
#[derive(Debug)]
pub(crate) struct Limiter {
    house: House,
    limits: Option<Limits>,
    window: Mutex<Window>,
}

#[derive(Debug, Default)]
struct Window {
    used: u32,
    /// When it ends; set by the first request in it.
    reset: Timestamp,
}

impl Limiter {
    pub(crate) fn new(house: House, quota: Option<u32>) -> Self {
        let limits = house.limits.map(|limits| Limits {
            requests: quota.unwrap_or(limits.requests),
            ..limits
        });
        Self {
            house,
            limits,
            window: Mutex::default(),
        }
    }

    fn window(&self) -> MutexGuard<'_, Window> {
        self.window.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one request more, and answers it where that is one too many.
    pub(crate) fn refusal(&self) -> Option<Response> {
        let limits = self.limits?;
        let now = Timestamp::now();
        let mut window = self.window();
        if window.reset <= now {
            *window = Window {
                used: 0,
                reset: after(limits.window),
            };
        }
        if window.used < limits.requests {
            window.used += 1;
            return None;
        }
        let wait = window.reset.duration_since(now).try_into();
        Some(self.too_many(wait.unwrap_or(Duration::ZERO), Hint::Documented))
    }

    /// The vendor's 429.
    pub(crate) fn too_many(&self, wait: Duration, hint: Hint) -> Response {
        let problem = Problem::new(429, Place::Fault, "this was asked for");
        let mut response = (self.house.voice)(&problem);
        let end = after(wait);
        let hint = match hint {
            Hint::Seconds => Some(whole_seconds(wait).to_string()),
            Hint::Date => jiff::fmt::rfc2822::DateTimePrinter::new()
                .timestamp_to_rfc9110_string(&end)
                .ok(),
            Hint::Documented => None,
        };
        let headers = response.headers_mut();
        if let Some(value) = hint.and_then(|hint| HeaderValue::try_from(hint).ok()) {
            headers.insert(header::RETRY_AFTER, value);
        }
        if let Some(name) = self.limits.and_then(|limits| limits.reset) {
            headers.insert(HeaderName::from_static(name), end.as_second().into());
        }
        response
    }

    /// Tells what is left.
    pub(crate) fn stamp(&self, response: &mut Response) {
        let Some(limits) = self.limits else { return };
        let window = self.window();
        let left = match response.status() {
            StatusCode::TOO_MANY_REQUESTS => 0,
            _ => limits.requests.saturating_sub(window.used),
        };
        let headers = response.headers_mut();
        headers.insert(
            HeaderName::from_static(limits.limit),
            limits.requests.into(),
        );
        headers.insert(HeaderName::from_static(limits.remaining), left.into());
        if let Some(name) = limits.reset {
            let end = headers.entry(HeaderName::from_static(name));
            end.or_insert(window.reset.as_second().into());
        }
    }
}

fn after(wait: Duration) -> Timestamp {
    let wait = SignedDuration::from_secs(i64::try_from(whole_seconds(wait)).unwrap_or(i64::MAX));
    Timestamp::now().checked_add(wait).unwrap_or(Timestamp::MAX)
}

/// Rate limits speak in whole seconds; a client told too few would come back too early.
fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}
