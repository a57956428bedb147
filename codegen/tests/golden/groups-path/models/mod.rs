//! The types that the operations take and give.

#[cfg(feature = "spec-pet_owners")]
mod owner;

#[cfg(any(feature = "spec-pet_owners", feature = "spec-pets"))]
mod pet;

#[cfg(feature = "spec-pet_owners")]
pub use owner::Owner;
#[cfg(any(feature = "spec-pet_owners", feature = "spec-pets"))]
pub use pet::Pet;
