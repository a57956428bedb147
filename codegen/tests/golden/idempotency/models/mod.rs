//! The types that the operations take and give.
