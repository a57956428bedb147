//! OpenAPI in, a readable Rust client out.
