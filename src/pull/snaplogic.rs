//! SnapLogic: the activities of an organization.
//!
//! Input: a [`Site`]. Output: one listing. Invariant: which columns an entry fills depends on its kind of event alone.

use activity_logs::runtime::{BuildError, Retry};
use activity_logs::snaplogic::models::ActivityEntry;
use activity_logs::snaplogic::{Client, Credentials};

use super::Site;
use super::listing::{Listing, cell, time_cell};
use crate::sandbox::{Vendor, snaplogic};
use crate::table::Column;

/// Pulls the log, newest entries first, in pages small enough to need several.
pub(super) async fn pull(site: &Site) -> Vec<Listing> {
    let listing = listing();
    let listing = match client(site) {
        Ok(client) => {
            let request = client.get_activities(site.org.as_str()).limit(50);
            listing.fill(request.items(), row).await
        }
        Err(error) => listing.without_client(&error.to_string()),
    };
    vec![listing]
}

fn client(site: &Site) -> Result<Client, BuildError> {
    let password = site.secret(snaplogic::PASSWORD);
    Client::builder()
        .base_url(site.server.base_url())
        .credentials(Credentials::basic(snaplogic::USERNAME, password))
        .retry(Retry::never())
        .build()
}

fn listing() -> Listing {
    let columns = [
        Column::whole("Time (UTC)"),
        Column::left("User"),
        Column::left("Event"),
        Column::left("About"),
        Column::left("From"),
        Column::left("By vendor"),
    ];
    Listing::new(Vendor::SnapLogic, "getActivities", "activity log", columns)
}

fn row(entry: &ActivityEntry) -> Vec<String> {
    let about = [
        &entry.asset_path,
        &entry.asset_label,
        &entry.group_name,
        &entry.perms_subject,
        &entry.user_id,
    ];
    let about = about.into_iter().find(|text| text.is_some());
    let vendor = entry.snaplogic_admin_update.unwrap_or_default();
    vec![
        time_cell(&entry.create_time),
        cell(&entry.by_whom),
        cell(&entry.event_type),
        about.map(cell).unwrap_or_default(),
        cell(&entry.ip_address),
        if vendor {
            "yes".to_owned()
        } else {
            String::new()
        },
    ]
}
