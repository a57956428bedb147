//! The types that the operations take and give.

mod marker;
mod thing;

pub use marker::{Marker, MarkerKind};
pub use thing::{Thing, ThingKind, ThingVersion, ThingSpare, ThingMood};
