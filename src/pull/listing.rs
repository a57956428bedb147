//! One operation, from its first page to its last.
//!
//! Input: the stream of an operation's items, and how an item reads as a row. Output: a [`Listing`]. Invariant: every item
//! that came is a row, whatever happens after it.

use activity_logs::runtime::{Error, Items, Paged};
use jiff::Timestamp;

use crate::sandbox::Vendor;
use crate::table::{Column, Table};

/// What one operation brought.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Whose operation it is.
    pub vendor: Vendor,
    /// The operation, by its id in the vendor's description.
    pub operation: &'static str,
    /// The rows that came, all of them unless there is a problem.
    pub table: Table,
    /// Why there are no more, in one line.
    pub problem: Option<String>,
    /// Whether the vendor would answer any further request in the same way.
    pub(super) refused: bool,
}

impl Listing {
    /// A listing without rows, under a title such as `TileDB: array activity`.
    pub(super) fn new(
        vendor: Vendor,
        operation: &'static str,
        what: &str,
        columns: impl IntoIterator<Item = Column>,
    ) -> Self {
        Self {
            vendor,
            operation,
            table: Table::new(format!("{vendor}: {what} ({operation})"), columns),
            problem: None,
            refused: false,
        }
    }

    /// Adds a row for each item until there are no more, or no more come.
    pub(super) async fn fill<O: Paged>(
        mut self,
        mut items: Items<O>,
        row: impl Fn(&O::Item) -> Vec<String>,
    ) -> Self {
        loop {
            match items.try_next().await {
                Ok(Some(item)) => self.table.push(row(&item)),
                Ok(None) => return self,
                Err(error) => return self.stopped(&error),
            }
        }
    }

    /// Says that the operation is left out after what happened to `other`, if the vendor would refuse it all the same.
    pub(super) fn skipped_after(mut self, other: &Self) -> Option<Self> {
        let reason = format!("not asked for after the error in {}", other.operation);
        self.table.note(reason);
        other.refused.then_some(self)
    }

    /// The listing as it is when no client could be made.
    pub(super) fn without_client(mut self, problem: &str) -> Self {
        self.problem = Some(format!("{}: {problem}", self.vendor));
        self.refused = true;
        self
    }

    fn stopped<E>(mut self, error: &Error<E>) -> Self {
        self.table.note("incomplete: an error stopped the listing");
        self.problem = Some(format!("{}: {error}", self.vendor));
        self.refused = error
            .status()
            .is_some_and(|status| matches!(status.as_u16(), 401 | 429));
        self
    }
}

/// A cell that may be empty.
pub(super) fn cell(value: &Option<impl ToString>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// A cell for a time: in UTC to the second, or as it came where it is no time.
pub(super) fn time_cell(value: &Option<impl AsRef<str>>) -> String {
    let text = value.as_ref().map(AsRef::as_ref).unwrap_or_default();
    match text.parse::<Timestamp>() {
        Ok(time) => time.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        Err(_) => text.to_owned(),
    }
}
