//! The programs of `refused/`, without their mistakes: that they compile is the test.

#![deny(unused_must_use)]
#![expect(dead_code, reason = "nothing here is run")]

use activity_logs::exavault::models::SessionActivityEntryType;
use activity_logs::{exavault, snaplogic, tiledb};

async fn activity(client: &tiledb::Client) -> bool {
    let request = client.array_activity_log("acme", "s3://bucket/array");
    request.per_page(50).send().await.is_ok()
}

fn activities(client: &snaplogic::Client) {
    drop(client.get_activities("acme").filter_is_alert(true).items());
}

fn credentials() -> exavault::Credentials {
    exavault::Credentials::new("api key", "access token")
}

fn named_without_dependencies(
    client: &exavault::Client,
    since: activity_logs::jiff::Timestamp,
) -> Option<activity_logs::http::Request<activity_logs::runtime::Body>> {
    let request = client.get_session_logs().start_date(since);
    let _: activity_logs::bytes::Bytes = "bytes".into();
    request.into_request().ok()
}

fn word(kind: SessionActivityEntryType) -> &'static str {
    match kind {
        SessionActivityEntryType::SessionActivity => "session",
        _ => "something new",
    }
}
