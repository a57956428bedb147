//! What the server sends by itself. A function reads the body of a request; what answers it is written with
//! [`to_vec`](crate::runtime::json::to_vec).
//!
//! - [`pet_added`]: `POST`, the webhook `petAdded`
//! - [`pet_moved`]: `POST`, the webhook `petMoved`
//!
//! ```no_run
//! # fn received(body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let event = golden::spec::webhooks::pet_added(body)?;
//! println!("{event:?}");
//! # Ok(())
//! # }
//! ```

use super::models;
use crate::runtime::{self, DecodeError};

/// `petAdded`.
///
/// `POST`, the webhook `petAdded`.
///
/// # Answers
/// - `200`: Taken. As [`Receipt`](super::models::Receipt).
///
/// # Errors
/// When the body is not JSON, or not what the document describes.
#[inline]
pub fn pet_added(body: &[u8]) -> Result<models::Pet, DecodeError> {
    runtime::json::from_slice(body)
}

/// `petMoved`.
///
/// `POST`, the webhook `petMoved`.
///
/// # Answers
/// - Any other status: Anything.
///
/// # Errors
/// When the body is not JSON, or not what the document describes.
#[deprecated]
#[inline]
pub fn pet_moved(body: &[u8]) -> Result<models::PetMovedBody, DecodeError> {
    runtime::json::from_slice(body)
}
