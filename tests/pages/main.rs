//! All pages of all operations.
//!
//! Input: the embedded servers, with and without faults; servers that page in bad faith. Output: passes if every row comes
//! exactly once, rows survive what comes after them, and paging always ends. Invariant: expected counts are the sandbox's.

#[path = "../wire/recorder.rs"]
mod recorder;

mod bad_faith;
mod faults;
mod whole;
