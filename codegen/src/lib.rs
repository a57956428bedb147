//! OpenAPI in, a readable Rust client out.

pub mod diag;
pub mod ir;
pub mod load;
pub mod source;
