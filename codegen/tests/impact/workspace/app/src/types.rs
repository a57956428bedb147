//! The types that the other files use.

pub use client::shop::models::{Buyer, Order, Status};
