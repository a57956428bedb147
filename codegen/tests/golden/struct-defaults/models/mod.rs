//! The types that the operations take and give.

mod size;
mod thing;

pub use size::Size;
pub use thing::{Thing, ThingKind};
