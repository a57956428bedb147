//! `Code`.

/// The schema `Code`.
///
/// Bounds: `pattern: "^[A-Z]{2}\\d+$"`.
pub type Code = String;
