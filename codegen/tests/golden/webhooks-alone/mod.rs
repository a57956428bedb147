//! `Golden`

pub mod models;
pub mod webhooks;
