//! The types that the operations take and give.

mod change;
mod row;

pub use change::{Change, ChangeText, ChangeRow, ChangeTextEvent, ChangeRowEvent};
pub use row::Row;
