//! TileDB: the activity of one array.
//!
//! Input: a [`Site`]. Output: one listing. Invariant: the array is named by its URI, as people have it at hand.

use activity_logs::runtime::{BuildError, Retry};
use activity_logs::tiledb::models::ArrayActivityLog;
use activity_logs::tiledb::{Client, Credentials};

use super::Site;
use super::listing::{Listing, cell, time_cell};
use crate::sandbox::{Vendor, tiledb};
use crate::table::Column;

/// Pulls everything since the beginning of time; without `start` it would be the last seven days.
pub(super) async fn pull(site: &Site) -> Vec<Listing> {
    let listing = listing();
    let listing = match client(site) {
        Ok(client) => {
            let request = client.array_activity_log(tiledb::NAMESPACE, tiledb::ARRAY);
            listing
                .fill(request.start(0).per_page(50).items(), row)
                .await
        }
        Err(error) => listing.without_client(&error.to_string()),
    };
    vec![listing]
}

fn client(site: &Site) -> Result<Client, BuildError> {
    let key = site.secret(tiledb::API_KEY);
    Client::builder()
        .base_url(site.server.base_url())
        .credentials(Credentials::api_key(key))
        .retry(Retry::never())
        .build()
}

fn listing() -> Listing {
    let columns = [
        Column::whole("Time (UTC)"),
        Column::left("User"),
        Column::left("Action"),
        Column::left("Task"),
        Column::right("Sent"),
        Column::right("Received"),
        Column::left("Query"),
    ];
    Listing::new(
        Vendor::TileDb,
        "arrayActivityLog",
        "array activity",
        columns,
    )
}

fn row(event: &ArrayActivityLog) -> Vec<String> {
    vec![
        time_cell(&event.event_at),
        cell(&event.username),
        cell(&event.action),
        cell(&event.array_task_id),
        cell(&event.bytes_sent),
        cell(&event.bytes_received),
        cell(&event.query_ranges),
    ]
}
