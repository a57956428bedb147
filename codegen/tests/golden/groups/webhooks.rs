//! What the server sends by itself. A function reads the body of a request; what answers it is written with
//! [`to_vec`](crate::runtime::json::to_vec).
//!
//! - [`moved`]: `POST`, the webhook `moved`
//!
//! Behind the feature `spec-webhooks`.
//!
//! ```no_run
//! # fn received(body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let event = golden::spec::webhooks::moved(body)?;
//! println!("{event:?}");
//! # Ok(())
//! # }
//! ```

use super::models;
use crate::runtime::{self, DecodeError};

/// `moved`.
///
/// `POST`, the webhook `moved`.
///
/// # Answers
/// - `400`: Of all groups. As [`Problem`](super::models::Problem).
///
/// # Errors
/// When the body is not JSON, or not what the document describes.
#[inline]
pub fn moved(body: &[u8]) -> Result<models::Moved, DecodeError> {
    runtime::json::from_slice(body)
}
