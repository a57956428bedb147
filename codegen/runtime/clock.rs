//! Time and chance. In: nothing; out: now, a pause, a number. Invariant: the client takes both from here alone, so that a
//! test can put its own in their place.

use super::transport::BoxFuture;
use std::fmt::Debug;
use std::time::Duration;

/// Time and chance, as the client sees them.
pub trait Clock: Send + Sync + Debug {
    /// The time since some moment in the past; never goes back.
    fn now(&self) -> Duration;

    /// The time since 1970 in UTC.
    fn since_epoch(&self) -> Duration;

    /// A pause.
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()>;

    /// A random number.
    fn random(&self) -> u64;

    /// Whether a pause blocks the thread, so that nothing else is noticed while it lasts.
    fn blocks(&self) -> bool {
        false
    }
}

/// The real time. Pauses let other tasks run.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

/// The real time. Pauses block the thread.
#[derive(Clone, Copy, Debug, Default)]
pub struct BlockingClock;

fn now() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

fn since_epoch() -> Duration {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default()
}

/// The standard library seeds each of its hashers at random.
fn random() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish()
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        now()
    }

    fn since_epoch(&self) -> Duration {
        since_epoch()
    }

    #[cfg(feature = "reqwest")]
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move { tokio::time::sleep(time).await })
    }

    #[cfg(not(feature = "reqwest"))]
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        Box::pin(super::pause::Pause::new(time))
    }

    fn random(&self) -> u64 {
        random()
    }
}

impl Clock for BlockingClock {
    fn now(&self) -> Duration {
        now()
    }

    fn since_epoch(&self) -> Duration {
        since_epoch()
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        // The pause is made when the future is polled, and with it the whole call.
        Box::pin(async move { std::thread::sleep(time) })
    }

    fn random(&self) -> u64 {
        random()
    }

    fn blocks(&self) -> bool {
        true
    }
}
