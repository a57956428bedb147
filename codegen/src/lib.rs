//! OpenAPI in, a readable Rust client out.

pub mod config;
pub mod diag;
pub mod ir;
pub mod load;
pub mod lower;
pub mod passes;
pub mod review;
pub mod source;
