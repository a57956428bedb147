//! The time of a call. In: what was set for the client or the call; out: how long the next attempt may take. Invariant: no
//! attempt may take longer than what is left of the whole.

use super::call::Call;
use super::fault::Fault;
use std::time::Duration;

/// The time limits of a call.
pub(super) struct Timing {
    pub(super) each: Option<Duration>,
    whole: Option<Duration>,
    /// When the whole call has to be done.
    pub(super) end: Option<Duration>,
}

impl Timing {
    pub(super) fn of(call: &Call, now: Duration) -> Self {
        let settings = call.core.settings();
        let whole = call.timeout.or(settings.timeout);
        Timing {
            each: call.attempt_timeout.or(settings.attempt_timeout),
            whole,
            end: whole.map(|whole| now.saturating_add(whole)),
        }
    }

    /// Whether there is time left at a moment.
    pub(super) fn allows(&self, moment: Duration) -> bool {
        self.end.is_none_or(|end| moment < end)
    }

    /// The time for the next attempt, and whether it is what is left of the whole.
    pub(super) fn limit(&self, now: Duration) -> Option<(Duration, bool)> {
        let left = self.end.map(|end| end.saturating_sub(now));
        match (self.each, left) {
            (Some(each), Some(left)) if left < each => Some((left, true)),
            (Some(each), _) => Some((each, false)),
            (None, Some(left)) => Some((left, true)),
            (None, None) => None,
        }
    }

    pub(super) fn fault(&self, whole: bool) -> Fault {
        let time = if whole { self.whole } else { self.each };
        Fault::timeout(whole, time.unwrap_or_default())
    }
}
