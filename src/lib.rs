//! The library half of `activity`: what the program and its tests share.
//!
//! Input: nothing but the caller's arguments. Output: local stand-ins for the four vendors ([`sandbox`]), their rows pulled
//! through the generated client ([`pull`]) as plain text tables ([`table`]), whole logs as files ([`export`]), and the round
//! trip of recorded response bodies ([`bodies`]). Invariant: nothing but an export opens a connection beyond the loopback
//! interface.

pub mod bodies;
pub mod cli;
pub mod export;
pub mod pull;
pub mod sandbox;
pub mod table;
