//! The shared code of the client: JSON, parameters, requests, errors and paging. In: tables and values from the emitted
//! modules; out: requests sent and responses read. Invariant: nothing here knows any particular API.
//!
//! The lines between `[name]` and `[end]` are there only for an API that needs that part.

#[cfg(all(
    feature = "blocking",
    all(target_arch = "wasm32", target_os = "unknown")
))]
compile_error!(
    "the feature `blocking` cannot be had in a browser, where nothing may wait for a response: turn it off for \
     wasm32-unknown-unknown, and use `send().await`"
);

pub mod json;

mod bits;
#[cfg(feature = "blocking")]
mod block;
mod body;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod browser;
mod build_error;
mod call;
mod candidates;
mod choices;
#[cfg(feature = "cli")]
pub mod cli;
mod client;
mod clock;
mod credentials;
// What checks bounds: requests of a client that was asked to, and servers.
#[allow(dead_code)]
mod decimal;
#[cfg(feature = "drift")]
mod drift;
mod endpoint;
mod enumeration;
mod env;
mod error;
mod execute;
mod extra;
#[cfg(feature = "fake")]
pub mod fake;
mod fault;
mod file_part;
mod formatted;
#[cfg(any(feature = "reqwest", feature = "tower"))]
mod frames;
mod hooks;
mod incoming;
mod limit;
mod macros;
mod node;
mod object;
mod operation;
mod patient;
#[cfg(not(any(
    feature = "reqwest",
    all(target_arch = "wasm32", target_os = "unknown")
)))]
mod pause;
mod percent;
mod progress;
mod raw;
#[cfg(feature = "blocking")]
mod reader;
mod redirect;
mod reply;
mod request;
mod response;
mod retry;
mod scalar;
#[cfg(feature = "test-util")]
mod scripted;
mod serde;
mod style;
mod timing;
mod token;
#[cfg(feature = "tracing")]
mod trace;
mod transport;
#[cfg(all(
    feature = "reqwest",
    all(target_arch = "wasm32", target_os = "unknown")
))]
mod transport_fetch;
#[cfg(all(
    feature = "reqwest",
    not(all(target_arch = "wasm32", target_os = "unknown"))
))]
mod transport_reqwest;
#[cfg(feature = "tower")]
mod transport_tower;
#[cfg(feature = "blocking")]
mod transport_ureq;
mod union;
mod url;
mod wire;

#[allow(unused_imports)]
pub(crate) use self::serde::with_serde;
#[cfg(feature = "serde")]
pub use self::serde::{deserialize, serialize};
pub use body::Body;
pub use build_error::BuildError;
pub use call::Call;
pub use client::{Core, CoreBuilder};
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
pub use clock::BlockingClock;
pub use clock::{Clock, SystemClock};
pub use credentials::{Secret, Secrets};
#[cfg(feature = "drift")]
pub use drift::{Drift, DriftEntry, DriftKind, UNLISTED, UNLISTED_NUMBER};
pub use endpoint::{
    Api, Encoding, Endpoint, Location, Parameter, Scheme, SchemeKind, Server, Style, Variable,
};
pub use enumeration::{UnknownValue, constant, find_constant, known, position};
pub use env::{EnvVariable, Environment};
pub use error::Error;
pub use extra::Extra;
pub use fault::{ErrorKind, TimeoutKind};
pub use file_part::FilePart;
pub use formatted::{FormatError, Formatted, TextFormat, has_format};
pub use hooks::{Measured, Metrics};
pub use http::{request::Parts as RequestHead, response::Parts as ResponseHead};
pub use incoming::{Incoming, Source};
pub use json::{DecodeError, Kind, Reader, Value, Writer};
pub use object::{ExtraSlot, Field, Presence, Shape, debug_wire};
pub use operation::{Failure, Operation, Outcome, Sending, Undocumented};
pub use progress::{Progress, ProgressOf};
#[cfg(feature = "blocking")]
pub use raw::RawOutcome;
pub use raw::RawRequest;
#[cfg(feature = "blocking")]
pub use reader::IncomingReader;
pub use reply::{Decoded, Reply};
pub use response::Response;
pub use retry::Retry;
pub use scalar::{Constant, Null};
#[cfg(feature = "test-util")]
pub use scripted::Scripted;
pub use token::{Token, TokenContext, TokenError, TokenProvider, TokenSource};
#[cfg(feature = "tracing")]
pub use trace::Tracing;
pub use transport::{
    Answer, BoxFuture, MaybeSend, Stage, StepLimit, TimeLimit, Transport, TransportError,
};
#[cfg(all(
    feature = "reqwest",
    all(target_arch = "wasm32", target_os = "unknown")
))]
pub use transport_fetch::ReqwestTransport;
#[cfg(all(
    feature = "reqwest",
    not(all(target_arch = "wasm32", target_os = "unknown"))
))]
pub use transport_reqwest::ReqwestTransport;
#[cfg(feature = "tower")]
pub use transport_tower::TowerTransport;
#[cfg(feature = "blocking")]
pub use transport_ureq::UreqTransport;
pub use union::{BranchShape, FieldRule, Kinds, Literal, UnionShape};
pub use wire::{Dynamic, Key, Table, Wire};

// Which of them an API uses depends on the API.
#[allow(unused_imports)]
pub(crate) use macros::{
    closed_number, closed_text, closed_value, key, number, object, open_number, open_text,
    open_value, request, text, wrapper,
};

// [base64]
mod format_base64;
pub use format_base64::Base64;
// [end]
// [check]
mod bounds;
pub use bounds::{Bound, Bounds, Checker, Invalid, validate};
// [end]
// [chrono]
mod format_chrono;
// [end]
// [events]
mod connection;
mod event_stream;
mod sse;
pub use connection::EventForm;
#[cfg(feature = "blocking")]
pub use event_stream::EventStreamBlocking;
#[allow(unused_imports)]
pub(crate) use event_stream::evented;
pub use event_stream::{Event, EventStream};
// [end]
// [form]
mod form;
// [end]
// [headers]
mod headers;
#[allow(unused_imports)]
pub(crate) use headers::headers;
pub use headers::{Header, HeaderForm, HeaderProblem, HeaderView};
// [end]
// [jiff]
mod format_jiff;
// [end]
// [lines]
mod lines;
pub use lines::LineForm;
#[allow(unused_imports)]
pub(crate) use lines::lined;
// [end]
// [list]
mod list;
mod listed;
pub use listed::ItemStream;
#[cfg(feature = "blocking")]
pub use listed::ItemStreamBlocking;
#[allow(unused_imports)]
pub(crate) use listed::listed;
// [end]
// [multipart]
mod multipart;
// [end]
// [net]
mod format_net;
// [end]
// [oauth2]
mod oauth2;
pub use oauth2::ClientCredentials;
// [end]
// [pattern]
mod pattern;
// [end]
// [stream]
mod resume;
mod streaming;
#[cfg(feature = "blocking")]
pub use streaming::OpenedBlocking;
pub use streaming::Opening;
#[allow(unused_imports)]
pub(crate) use streaming::streamed;
// [end]
// [time]
mod format_time;
// [end]
// [chrono time]
mod iso_duration;
// [end]
// [uuid]
mod format_uuid;
// [end]
// [tuple]
mod tuple;
pub use tuple::{Head, Tuple};
// [end]
// [paging]
mod link;
mod pages;
#[cfg(feature = "blocking")]
mod pages_blocking;
mod paging;
mod position;
mod walk;
#[allow(unused_imports)]
pub(crate) use macros::pages;
pub use pages::{Items, Paged, Pages};
#[cfg(feature = "blocking")]
pub use pages_blocking::{ItemsBlocking, PagesBlocking};
pub use paging::{PageKind, PagePlan};
pub use position::{Position, PositionError};
// [end]
