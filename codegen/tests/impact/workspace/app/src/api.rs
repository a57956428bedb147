//! What the rest of the crate sees of the client.

pub use self::wire::Line;
pub use kinds::*;

mod wire {
    pub use client::shop::models::{Channel, Line, Payment};
}

pub mod kinds {
    pub use super::wire::{Channel, Payment as Paid};
}

pub mod backend {
    pub use client::shop;
    pub mod prelude {
        pub use super::shop::models::*;
        pub use super::shop::{Client, Credentials};
    }
}
