//! The types that the operations take and give.

mod card;
mod code;
mod order;
mod put_file;
mod receipt;
mod tree;

pub use card::Card;
pub use code::Code;
pub use order::{Order, OrderPay};
pub use put_file::PutFileBody;
pub use receipt::Receipt;
pub use tree::Tree;
