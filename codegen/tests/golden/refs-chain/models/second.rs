//! `Second`.

use super::Third;

/// The schema `Second`.
pub type Second = Third;
