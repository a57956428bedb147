//! The library half of `activity`: what the program and its tests share.
//!
//! Input: nothing but the caller's arguments. Output: local stand-ins for the four vendors ([`sandbox`]) and plain text
//! tables ([`table`]). Invariant: nothing here opens a connection beyond the loopback interface.

pub mod sandbox;
pub mod table;
