//! `Loop`.

use crate::runtime::Value;

/// The schema `Loop`.
pub type Loop = Value;
