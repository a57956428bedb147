//! `First`.

use super::Second;

/// The schema `First`.
pub type First = Second;
