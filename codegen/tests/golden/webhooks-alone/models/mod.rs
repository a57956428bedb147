//! The types that the operations take and give.

mod pet;
mod pet_moved;
mod receipt;

pub use pet::{Pet, PetKind};
pub use pet_moved::PetMovedBody;
pub use receipt::Receipt;
