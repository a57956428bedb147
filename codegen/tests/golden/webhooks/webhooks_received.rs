//! What the server sends by itself. A function reads the body of a request; what answers it is written with
//! [`to_vec`](crate::runtime::json::to_vec).
//!
//! - [`pet_added`]: `POST`, the webhook `petAdded`
//! - `GET`, the webhook `ping`, without a body
//! - [`subscribe_moved`]: `POST {$request.body#/url}`, the callback `moved` of
//!   `subscribe`
//!
//! Behind the feature `spec-webhooks_received`.
//!
//! ```no_run
//! # fn received(body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let event = golden::spec::webhooks_received::pet_added(body)?;
//! println!("{event:?}");
//! # Ok(())
//! # }
//! ```

use super::models;
use crate::runtime::{self, DecodeError};

/// A pet was added.
///
/// `POST`, the webhook `petAdded`.
///
/// # Parameters
/// - `X-Signature` (a header, always there): HMAC of the body.
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

/// `moved`.
///
/// `POST {$request.body#/url}`, the callback `moved` of `subscribe`.
///
/// # Answers
/// - Any other status: Anything.
///
/// # Errors
/// When the body is not JSON, or not what the document describes.
#[deprecated]
#[inline]
pub fn subscribe_moved(body: &[u8]) -> Result<models::SubscribeMovedBody, DecodeError> {
    runtime::json::from_slice(body)
}
