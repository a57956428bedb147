//! What the server sends by itself. A function reads the body of a request; what answers it is written with
//! [`to_vec`](crate::runtime::json::to_vec).
//!
//! - [`watch_things_changed`]: `POST {$request.query.url}`, the callback `changed`
//!   of `watchThings`
//!
//! Behind the feature `spec-webhooks`.
//!
//! ```no_run
//! # fn received(body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let event = golden::spec::webhooks::watch_things_changed(body)?;
//! println!("{event:?}");
//! # Ok(())
//! # }
//! ```

use crate::runtime::{self, DecodeError};

/// `changed`.
///
/// `POST {$request.query.url}`, the callback `changed` of `watchThings`.
///
/// # Answers
/// - `204`: Seen.
///
/// # Errors
/// When the body is not JSON, or not what the document describes.
#[inline]
pub fn watch_things_changed(body: &[u8]) -> Result<String, DecodeError> {
    runtime::json::from_slice(body)
}
