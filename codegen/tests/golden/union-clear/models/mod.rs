//! The types that the operations take and give.

mod change_pet;

pub use change_pet::{
    ChangePetBody, ChangePetBodyOwner, ChangePetBodyUntil, ChangePetBodyOwnerObject,
};
