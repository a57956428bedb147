//! JSON without serde. In: text, bytes or a `serde_json::Value`; out: a model, and back. Invariant: the functions here are
//! thin; what they do is compiled once, behind `dyn Wire`.

mod error;
mod nesting;
mod number;
mod pairs;
mod reader;
mod scan;
mod value;
mod writer;

pub use error::DecodeError;
#[allow(unused_imports)]
pub(super) use error::append_key;
#[cfg(feature = "serde")]
pub(super) use nesting::MAX_DEPTH;
pub(super) use nesting::NextKey;
pub(super) use pairs::Pair;
pub use reader::{Kind, Mark, Reader};
pub(super) use scan::{all_plain, head, is_plain_name, same_number};
#[cfg(feature = "fake")]
pub(super) use scan::{is_whole, plainest};
pub use serde_json::Value;
pub(super) use writer::Label;
pub use writer::{Mode, Writer};

use super::wire::Wire;

/// Reads a model from JSON.
///
/// # Errors
/// When the text is not JSON, or not of the model's shape.
pub fn from_slice<T: Wire>(bytes: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    decode(bytes, &mut value)?;
    Ok(value)
}

/// Reads a model from JSON.
///
/// # Errors
/// When the text is not JSON, or not of the model's shape.
pub fn from_str<T: Wire>(text: &str) -> Result<T, DecodeError> {
    let mut value = T::blank();
    decode_text(text, &mut value)?;
    Ok(value)
}

/// Reads a model from untyped JSON.
///
/// # Errors
/// When the value is not of the model's shape.
pub fn from_value<T: Wire>(value: &Value) -> Result<T, DecodeError> {
    from_slice(&encode(value, Mode::Json))
}

/// Writes a model as JSON.
pub fn to_vec<T: Wire>(value: &T) -> Vec<u8> {
    encode(value, Mode::Json)
}

/// Writes a model as JSON.
pub fn to_string<T: Wire>(value: &T) -> String {
    text(encode(value, Mode::Json))
}

/// Turns a model into untyped JSON.
pub fn to_value<T: Wire>(value: &T) -> Value {
    untyped(value)
}

/// Writes a value for a purpose.
#[inline(never)]
pub fn encode(value: &dyn Wire, mode: Mode) -> Vec<u8> {
    let mut writer = Writer::new(mode);
    value.write(&mut writer);
    writer.into_bytes()
}

fn untyped(value: &dyn Wire) -> Value {
    let mut out = Value::Null;
    // What the writer writes, the reader reads; only nesting beyond its limit is lost here.
    let _ = decode(&encode(value, Mode::Json), &mut out);
    out
}

/// The writer's output as text: it writes nothing else.
pub(super) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// Reads into a placeholder.
pub(super) fn decode(bytes: &[u8], into: &mut dyn Wire) -> Result<(), DecodeError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => decode_text(text, into),
        Err(error) => Err(DecodeError::of("UTF-8", bytes, error.valid_up_to())),
    }
}

/// The same, and what the document does not know of.
#[cfg(feature = "drift")]
pub(super) fn decode_noting(
    bytes: &[u8],
    into: &mut dyn Wire,
) -> (Result<(), DecodeError>, super::drift::Notes) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let error = DecodeError::of("UTF-8", bytes, error.valid_up_to());
            return (Err(error), super::drift::Notes::default());
        }
    };
    let mut reader = Reader::new(text);
    into.read(&mut reader);
    let notes = std::mem::take(&mut reader.notes);
    let outcome = match reader.finish() {
        None => Ok(()),
        Some(error) => Err(*error),
    };
    (outcome, notes)
}

fn decode_text(text: &str, into: &mut dyn Wire) -> Result<(), DecodeError> {
    let mut reader = Reader::new(text);
    into.read(&mut reader);
    match reader.finish() {
        None => Ok(()),
        Some(error) => Err(*error),
    }
}
