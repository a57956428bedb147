//! Webhooks and callbacks, compiled and called. In: the files of the golden case `webhooks`; out: what they read. The case
//! has two parts, so its `mod.rs` asks for features that this package does not have: its files are taken one by one.
#![allow(deprecated, dead_code, unreachable_pub, unused_imports)]

#[path = "../golden/webhooks/models/pet.rs"]
#[rustfmt::skip]
mod pet;
#[path = "../golden/webhooks/models/pet_added.rs"]
#[rustfmt::skip]
mod pet_added;
#[path = "../golden/webhooks/models/receipt.rs"]
#[rustfmt::skip]
mod receipt;
#[path = "../golden/webhooks/models/subscribe_moved.rs"]
#[rustfmt::skip]
mod subscribe_moved;
#[path = "../golden/webhooks/webhooks_received.rs"]
#[rustfmt::skip]
mod webhooks_received;

mod models {
    pub use super::pet::{Pet, PetKind};
    pub use super::pet_added::PetAddedFormBody;
    pub use super::receipt::Receipt;
    pub use super::subscribe_moved::SubscribeMovedBody;
}

#[test]
fn webhooks_and_callbacks_are_read() {
    let pet = webhooks_received::pet_added(br#"{"id":7,"kind":"newt"}"#).expect("valid");
    assert_eq!(pet.id, 7);
    let moved = webhooks_received::subscribe_moved(br#"{"place":"here"}"#).expect("valid");
    assert_eq!(moved.place, "here");
    let error = webhooks_received::pet_added(b"{}").expect_err("no id");
    assert!(error.to_string().contains("`id`"), "{error}");
}
