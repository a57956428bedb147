//! `Ids`.

use super::Id;

/// The schema `Ids`.
pub type Ids = Vec<Id>;
