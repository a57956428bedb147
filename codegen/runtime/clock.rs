//! Time and chance. In: nothing; out: now, a pause, a number. Invariant: the client takes both from here alone, so that a
//! test can put its own in their place.

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
use super::browser::random;
use super::transport::BoxFuture;
use std::fmt::Debug;
use std::time::Duration;
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
use std::time::{Instant, SystemTime, UNIX_EPOCH};
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
use web_time::{Instant, SystemTime, UNIX_EPOCH};

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
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
#[derive(Clone, Copy, Debug, Default)]
pub struct BlockingClock;

fn now() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

/// The time since 1970 in UTC.
pub(super) fn since_epoch() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}

/// The standard library seeds each of its hashers at random.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
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

    #[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        Box::pin(super::browser::pause(time))
    }

    #[cfg(all(
        feature = "reqwest",
        not(all(target_arch = "wasm32", target_os = "unknown"))
    ))]
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move { tokio::time::sleep(time).await })
    }

    #[cfg(not(any(
        feature = "reqwest",
        all(target_arch = "wasm32", target_os = "unknown")
    )))]
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        Box::pin(super::pause::Pause::new(time))
    }

    fn random(&self) -> u64 {
        random()
    }
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
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
