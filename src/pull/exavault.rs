//! ExaVault: the session log and the webhook log of an account.
//!
//! Input: a [`Site`]. Output: two listings. Invariant: the three shapes that webhook entries come in give the same columns.

use activity_logs::exavault::models::{
    SessionActivityEntry, WebhookActivityAttributes, WebhookActivityEntry,
};
use activity_logs::exavault::{Client, Credentials};
use activity_logs::runtime::{BuildError, Retry};

use super::Site;
use super::listing::{Listing, cell, time_cell};
use crate::sandbox::{Vendor, exavault};
use crate::table::Column;

/// Pulls both logs, newest entries first.
pub(super) async fn pull(site: &Site) -> Vec<Listing> {
    let (sessions, webhooks) = (session_listing(), webhook_listing());
    let client = match client(site) {
        Ok(client) => client,
        Err(error) => return vec![sessions.without_client(&error.to_string())],
    };
    let sessions = sessions
        .fill(client.get_session_logs().items(), session_row)
        .await;
    let webhooks = match webhook_listing().skipped_after(&sessions) {
        Some(skipped) => skipped,
        None => {
            webhooks
                .fill(client.get_webhook_logs().items(), webhook_row)
                .await
        }
    };
    vec![sessions, webhooks]
}

fn client(site: &Site) -> Result<Client, BuildError> {
    let token = site.secret(exavault::ACCESS_TOKEN);
    Client::builder()
        .account("acme")
        .base_url(site.server.base_url())
        .credentials(Credentials::new(exavault::API_KEY, token))
        .retry(Retry::never())
        .build()
}

fn session_listing() -> Listing {
    let columns = [
        Column::whole("Time (UTC)"),
        Column::left("User"),
        Column::left("Operation"),
        Column::left("File"),
        Column::left("From"),
        Column::left("Protocol"),
        Column::right("Bytes"),
        Column::left("Result"),
    ];
    Listing::new(Vendor::ExaVault, "getSessionLogs", "session log", columns)
}

fn session_row(entry: &SessionActivityEntry) -> Vec<String> {
    let Some(done) = &entry.attributes else {
        return Vec::new();
    };
    vec![
        time_cell(&done.created),
        cell(&done.username),
        cell(&done.operation),
        cell(&done.file_name),
        cell(&done.ip_address),
        cell(&done.protocol),
        cell(&done.bytes_transferred),
        cell(&done.status),
    ]
}

fn webhook_listing() -> Listing {
    let columns = [
        Column::whole("Time (UTC)"),
        Column::left("User"),
        Column::left("Event"),
        Column::left("Resource"),
        Column::left("Endpoint"),
        Column::left("Format"),
        Column::right("Status"),
        Column::left("Response"),
    ];
    Listing::new(Vendor::ExaVault, "getWebhookLogs", "webhook log", columns)
}

fn webhook_row(entry: &WebhookActivityEntry) -> Vec<String> {
    match &entry.attributes {
        Some(WebhookActivityAttributes::WebhookActivityAttributesV2(call)) => vec![
            time_cell(&call.created),
            cell(&call.username),
            cell(&call.event),
            cell(&call.resource_path),
            cell(&call.endpoint_url),
            call.webhook_format.to_string(),
            cell(&call.status),
            cell(&call.response),
        ],
        Some(WebhookActivityAttributes::WebhookActivityAttributesV1(call)) => vec![
            time_cell(&call.created),
            cell(&call.username),
            cell(&call.event),
            cell(&call.resource_path),
            cell(&call.endpoint_url),
            call.webhook_format.to_string(),
            cell(&call.status),
            cell(&call.response),
        ],
        Some(WebhookActivityAttributes::WebhookActivityAttributesLegacy(call)) => vec![
            time_cell(&call.created),
            String::new(),
            cell(&call.event),
            String::new(),
            cell(&call.endpoint_url),
            "first".to_owned(),
            cell(&call.status),
            cell(&call.response),
        ],
        // A shape that the description does not know yet: its entry still counts.
        Some(_) | None => Vec::new(),
    }
}
