//! The types that the operations take and give.

#[cfg(feature = "spec-webhooks_received")]
mod pet;

#[cfg(feature = "spec-webhooks_received")]
mod pet_added;

#[cfg(feature = "spec-webhooks_received")]
mod receipt;

#[cfg(feature = "spec-webhooks_received")]
mod subscribe_moved;

#[cfg(feature = "spec-webhooks_received")]
pub use pet::{Pet, PetKind};
#[cfg(feature = "spec-webhooks_received")]
pub use pet_added::PetAddedFormBody;
#[cfg(feature = "spec-webhooks_received")]
pub use receipt::Receipt;
#[cfg(feature = "spec-webhooks_received")]
pub use subscribe_moved::SubscribeMovedBody;
