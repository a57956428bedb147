//! The types that the operations take and give.

mod house;
mod owner;
mod problem;
mod tent;
mod thing;

pub use house::House;
pub use owner::Owner;
pub use problem::Problem;
pub use tent::Tent;
pub use thing::{Thing, ThingColor, ThingLevel, ThingHome};
