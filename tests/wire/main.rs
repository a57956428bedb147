//! The generated client, byte for byte: what it sends, and what it makes of what comes back.
//!
//! Input: calls of all five operations; responses of every documented status. Output: passes if method, path, query and
//! headers are what the vendors' documentation says, and every answer reaches the type it belongs to. Invariant: expected
//! values are written by hand, or taken from `spec/`, never from the generated code.

#[path = "../support/spec.rs"]
mod spec;

mod credentials;
mod recorder;
mod requests;
mod sent;
mod statuses;
