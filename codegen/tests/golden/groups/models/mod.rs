//! The types that the operations take and give.

mod address;

#[cfg(feature = "spec-webhooks")]
mod moved;

#[cfg(any(feature = "spec-house_visits", feature = "spec-owners"))]
mod owner;

#[cfg(feature = "spec-pets")]
mod pet;

mod problem;

#[cfg(any(feature = "spec-rooms", feature = "spec-staff"))]
mod room;

#[cfg(feature = "spec-house_visits")]
mod visit;

pub use address::Address;
#[cfg(feature = "spec-webhooks")]
pub use moved::Moved;
#[cfg(any(feature = "spec-house_visits", feature = "spec-owners"))]
pub use owner::Owner;
#[cfg(feature = "spec-pets")]
pub use pet::{Pet, PetKind};
pub use problem::Problem;
#[cfg(any(feature = "spec-rooms", feature = "spec-staff"))]
pub use room::Room;
#[cfg(feature = "spec-house_visits")]
pub use visit::Visit;
