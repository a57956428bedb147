//! ThousandEyes: the audit log of an organization.
//!
//! Input: a [`Site`]. Output: one listing. Invariant: all account groups that the token may read are listed.

use activity_logs::runtime::{BuildError, Retry};
use activity_logs::thousandeyes::models::UserEvent;
use activity_logs::thousandeyes::{Client, Credentials};

use super::Site;
use super::listing::{Listing, cell, time_cell};
use crate::sandbox::{Vendor, thousandeyes};
use crate::table::Column;

/// Pulls the log, newest entries first.
pub(super) async fn pull(site: &Site) -> Vec<Listing> {
    let listing = listing();
    let listing = match client(site) {
        Ok(client) => {
            let request = client.get_user_events().use_all_permitted_aids(true);
            listing.fill(request.items(), row).await
        }
        Err(error) => listing.without_client(&error.to_string()),
    };
    vec![listing]
}

fn client(site: &Site) -> Result<Client, BuildError> {
    let token = site.secret(thousandeyes::TOKEN);
    Client::builder()
        .base_url(site.server.base_url())
        .credentials(Credentials::new(token))
        .retry(Retry::never())
        .build()
}

fn listing() -> Listing {
    let columns = [
        Column::whole("Time (UTC)"),
        Column::left("User"),
        Column::left("Event"),
        Column::left("Affected"),
        Column::left("From"),
        Column::left("Account group"),
    ];
    Listing::new(Vendor::ThousandEyes, "getUserEvents", "audit log", columns)
}

fn row(event: &UserEvent) -> Vec<String> {
    let resources = event.resources.iter().flatten();
    let names: Vec<String> = resources.map(|resource| cell(&resource.name)).collect();
    vec![
        time_cell(&event.date),
        cell(&event.user),
        cell(&event.event),
        names.join(", "),
        cell(&event.ip_address),
        cell(&event.account_group_name),
    ]
}
