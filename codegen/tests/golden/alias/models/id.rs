//! `Id`.

/// How things are told apart.
pub type Id = String;
