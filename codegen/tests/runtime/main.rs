//! The runtime, compiled and tested where it stands. In: the files of `codegen/runtime`; out: one test binary.

#[allow(dead_code, unreachable_pub, unused_imports)]
#[path = "../../runtime/mod.rs"]
mod runtime;

mod agreed;
mod ahead;
mod bodies;
mod bounds;
mod calls;
mod cli;
mod cookies;
mod corners;
mod downloads;
mod drift;
mod emitted;
mod env;
#[allow(unreachable_pub)]
mod event_streams;
mod events;
mod expansion;
mod failing;
mod fake;
mod fault_sockets;
mod formats;
// What the macros of the runtime make is public where it is emitted.
#[allow(unreachable_pub)]
mod headers;
mod hooks;
mod idempotency;
mod json;
mod limits;
// What the macros of the runtime make is public where it is emitted.
#[allow(unreachable_pub)]
mod lines;
#[allow(unreachable_pub)]
mod listed;
mod models;
mod paging;
mod petstore;
mod raw;
mod resilience;
mod serde_formats;
mod soak;
mod sockets;
mod stream_sockets;
#[allow(dead_code, unreachable_pub)]
mod streams;
mod styles;
mod talks;
mod texts;
mod tokens;
mod tower;
mod trace;
mod transports;
mod unions;
