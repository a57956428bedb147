//! Bombs: documents that are small and mean much, or that are simply too large. In: documents made on the spot; out, from
//! the `specsmith` binary, a crate or a diagnostic. Invariant: whatever comes in, the process ends by itself, in the time
//! and memory given here; it is never a signal that ends it.
//!
//! The inputs of 64 MB and more are in `huge_inputs_end`, which is ignored: `cargo test -p specsmith --test bounds --
//! --ignored` runs it, for some minutes and some gigabytes of disk.
#![cfg(unix)]

#[path = "bounds/child.rs"]
mod child;
#[path = "bounds/depth.rs"]
mod depth;
#[path = "bounds/files.rs"]
mod files;
#[path = "bounds/products.rs"]
mod products;
#[path = "bounds/size.rs"]
mod size;
