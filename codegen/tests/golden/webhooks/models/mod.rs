//! The types that the operations take and give.

mod pet;
mod pet_added;
mod receipt;
mod subscribe_moved;

pub use pet::{Pet, PetKind};
pub use pet_added::PetAddedFormBody;
pub use receipt::Receipt;
pub use subscribe_moved::SubscribeMovedBody;
