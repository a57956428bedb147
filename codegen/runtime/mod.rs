//! The shared code of the client: JSON, parameters, requests, errors and paging. In: tables and values from the emitted
//! modules; out: requests sent and responses read. Invariant: nothing here knows any particular API.
//!
//! The lines between `[name]` and `[end]` are there only for an API that needs that part.

pub mod json;

mod enumeration;
mod extra;
mod file_part;
mod formatted;
mod object;
mod scalar;
mod union;
mod wire;

pub use enumeration::{UnknownValue, position};
pub use extra::Extra;
pub use file_part::FilePart;
pub use formatted::{FormatError, Formatted, TextFormat};
pub use json::{DecodeError, Kind, Reader, Value, Writer};
pub use object::{ExtraSlot, Field, Object, Presence, Shape, debug, debug_wire};
pub use scalar::Null;
pub use union::{BranchShape, FieldRule, Kinds, Literal, NO_BRANCH, UnionShape};
pub use wire::{Key, Wire};

// [base64]
mod format_base64;
pub use format_base64::Base64;
// [end]
// [jiff]
mod format_jiff;
// [end]
// [net]
mod format_net;
// [end]
// [uuid]
mod format_uuid;
// [end]
// [tuple]
mod tuple;
pub use tuple::{Head, Tuple};
// [end]
