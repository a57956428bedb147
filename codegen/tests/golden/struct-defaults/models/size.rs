//! `Size`.

/// The schema `Size`.
pub type Size = i64;
