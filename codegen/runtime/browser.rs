//! What a browser has instead of the standard library's threads. In: lengths of time; out: pauses and chance. Invariant:
//! a pause never ends early, however long it is.

use gloo_timers::future::TimeoutFuture;
use std::time::Duration;

/// The longest pause that timers of JavaScript can make, in milliseconds: a longer one would end at once.
const LONGEST: u128 = i32::MAX as u128;

/// A pause.
pub(super) async fn pause(time: Duration) {
    let mut left = time.as_nanos().div_ceil(1_000_000);
    loop {
        let step = left.min(LONGEST);
        TimeoutFuture::new(step as u32).await;
        left -= step;
        if left == 0 {
            return;
        }
    }
}

/// A number at random. The hashers of the standard library are all the same here.
pub(super) fn random() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}
