//! Pages that work.

use std::collections::BTreeSet;

use activity::pull::{Order, pull};
use activity::sandbox::{self, Options, Server, Vendor};
use activity_logs::{exavault, tiledb};

pub(crate) fn exavault_client(server: &Server) -> exavault::Client {
    let credentials =
        exavault::Credentials::new(sandbox::exavault::API_KEY, sandbox::exavault::ACCESS_TOKEN);
    exavault::Client::builder()
        .base_url(server.base_url())
        .credentials(credentials)
        .build()
        .expect("a client")
}

fn tiledb_client(server: &Server) -> tiledb::Client {
    let credentials =
        tiledb::Credentials::basic(sandbox::tiledb::USERNAME, sandbox::tiledb::PASSWORD);
    tiledb::Client::builder()
        .base_url(server.base_url())
        .credentials(credentials)
        .build()
        .expect("a client")
}

fn start(vendor: Vendor) -> Server {
    sandbox::start(vendor, Options::default()).expect("a loopback port")
}

#[tokio::test]
async fn every_row_comes() {
    let listings = pull(&Order::default()).await.expect("loopback ports");
    let counts: Vec<(&str, usize, Option<&str>)> = listings
        .iter()
        .map(|listing| {
            (
                listing.operation,
                listing.table.len(),
                listing.problem.as_deref(),
            )
        })
        .collect();
    let expected = [
        ("getSessionLogs", sandbox::exavault::SESSIONS, None),
        ("getWebhookLogs", sandbox::exavault::WEBHOOKS, None),
        ("getUserEvents", sandbox::thousandeyes::ALL_EVENTS, None),
        (
            "arrayActivityLog",
            sandbox::tiledb::RECENT + sandbox::tiledb::OLDER,
            None,
        ),
        ("getActivities", sandbox::snaplogic::ACTIVITIES, None),
    ];
    assert_eq!(counts, expected);
}

#[tokio::test]
async fn every_row_comes_once() {
    let server = start(Vendor::ExaVault);
    // 130 rows: pages that divide it and pages that don't, one that is the whole and one beyond.
    for (limit, requests) in [(13, 11), (50, 3), (65, 3), (130, 2), (500, 1)] {
        let before = server.received().len();
        let mut items = exavault_client(&server)
            .get_session_logs()
            .limit(limit)
            .items();
        let (mut rows, mut ids) = (0, BTreeSet::new());
        while let Some(entry) = items.try_next().await.expect("no fault") {
            rows += 1;
            ids.insert(entry.id);
        }
        assert_eq!((rows, ids.len()), (130, 130), "{limit} at a time");
        assert_eq!(
            server.received().len() - before,
            requests,
            "{limit} at a time"
        );
    }
}

#[tokio::test]
async fn filters_and_offsets_hold_on_every_page() {
    let server = start(Vendor::ExaVault);
    let request = exavault_client(&server)
        .get_session_logs()
        .username("nobody@example.com")
        .sort("date");
    assert!(
        request
            .items()
            .try_next()
            .await
            .expect("no fault")
            .is_none()
    );
    let mut rest = exavault_client(&server)
        .get_session_logs()
        .offset(100)
        .limit(10)
        .sort("date")
        .items();
    let mut rows = 0;
    while rest.try_next().await.expect("no fault").is_some() {
        rows += 1;
    }
    assert_eq!(rows, 30);
    let targets: Vec<String> = server
        .received()
        .iter()
        .map(|one| one.target().to_owned())
        .collect();
    assert!(
        targets[1..]
            .iter()
            .all(|target| target.contains("sort=date") && target.contains("limit=10")),
        "{targets:?}"
    );
}

#[tokio::test]
async fn pages_are_responses() {
    let server = start(Vendor::TileDb);
    let request = tiledb_client(&server)
        .array_activity_log(sandbox::tiledb::NAMESPACE, sandbox::tiledb::ARRAY);
    let mut pages = request.per_page(50).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await.expect("no fault") {
        assert_eq!(page.status(), 200);
        sizes.push(page.activitylogs.as_ref().map_or(0, Vec::len));
    }
    assert_eq!(sizes, [50, 50, 12]);
    let quiet = tiledb_client(&server)
        .array_activity_log(sandbox::tiledb::NAMESPACE, sandbox::tiledb::QUIET_ARRAY);
    assert!(quiet.items().try_next().await.expect("no fault").is_none());
}

#[test]
fn blocking_brings_the_same_rows() {
    let server = start(Vendor::TileDb);
    let request = tiledb_client(&server)
        .array_activity_log(sandbox::tiledb::NAMESPACE, sandbox::tiledb::ARRAY);
    let items: Result<Vec<_>, _> = request.clone().items_blocking().collect();
    assert_eq!(items.expect("no fault").len(), sandbox::tiledb::RECENT);
    let page = request.per_page(7).send_blocking().expect("no fault");
    assert_eq!(page.activitylogs.as_ref().map(Vec::len), Some(7));
}
