//! Pages that stop coming.

use std::time::Duration;

use activity::pull::{Listing, Order, pull};
use activity::sandbox::{self, Fault, Faults, Hint, Options, Vendor};
use activity_logs::runtime::{ErrorKind, Retry};

use super::whole::exavault_client;

async fn pulled(vendor: Vendor, fault: &str) -> Vec<Listing> {
    let order = Order {
        vendors: vec![vendor],
        faults: vec![(vendor, fault.parse().expect("a fault"))],
        ..Order::default()
    };
    pull(&order).await.expect("a loopback port")
}

#[tokio::test]
async fn rows_that_came_stay() {
    let cases: [(Vendor, &str, &[usize], &str); 7] = [
        (
            Vendor::ExaVault,
            "429@1",
            &[100, 0],
            "ExaVault: getSessionLogs: HTTP 429 Too Many Requests: ",
        ),
        (
            Vendor::ExaVault,
            "cut@1",
            &[100, 120],
            "ExaVault: getSessionLogs: ",
        ),
        (
            Vendor::ExaVault,
            "503@3",
            &[130, 100],
            "ExaVault: getWebhookLogs: HTTP 503 Service Unavailable: ",
        ),
        (
            Vendor::ThousandEyes,
            "500@2",
            &[80],
            "ThousandEyes: getUserEvents: HTTP 500 Internal Server Error: ",
        ),
        (
            Vendor::TileDb,
            "502@1",
            &[50],
            "TileDB: arrayActivityLog: HTTP 502 Bad Gateway: ",
        ),
        (
            Vendor::TileDb,
            "cut@2",
            &[100],
            "TileDB: arrayActivityLog: ",
        ),
        (
            Vendor::SnapLogic,
            "429@0",
            &[0],
            "SnapLogic: getActivities: HTTP 429 Too Many Requests: ",
        ),
    ];
    for (vendor, fault, rows, problem) in cases {
        let listings = pulled(vendor, fault).await;
        let counts: Vec<usize> = listings.iter().map(|listing| listing.table.len()).collect();
        assert_eq!(counts, rows, "{vendor} {fault}");
        let problems: Vec<&str> = listings
            .iter()
            .filter_map(|listing| listing.problem.as_deref())
            .collect();
        assert!(
            matches!(problems[..], [only] if only.starts_with(problem) && !only.contains('\n')),
            "{problems:?}"
        );
    }
}

#[tokio::test]
async fn one_vendor_s_trouble_is_its_own() {
    let order = Order {
        bad_credentials: vec![Vendor::ExaVault, Vendor::TileDb],
        org: "Nowhere".to_owned(),
        ..Order::default()
    };
    let listings = pull(&order).await.expect("loopback ports");
    let counts: Vec<usize> = listings.iter().map(|listing| listing.table.len()).collect();
    assert_eq!(counts, [0, 0, sandbox::thousandeyes::ALL_EVENTS, 0, 0]);
    let problems: Vec<&str> = listings
        .iter()
        .filter_map(|listing| listing.problem.as_deref())
        .collect();
    let expected = [
        "ExaVault: getSessionLogs: HTTP 401 Unauthorized: HTTP_UNAUTHORIZED",
        "TileDB: arrayActivityLog: HTTP 401 Unauthorized: Unauthorized: log in or send an API key.",
        "SnapLogic: getActivities: HTTP 404 Not Found: There is no organization Nowhere.",
    ];
    assert_eq!(problems, expected);
}

#[tokio::test]
async fn retries_bridge_what_passes() {
    let faults = Faults::none()
        .on(1..2, Fault::Cut)
        .on(3..4, Fault::RateLimit(Duration::ZERO, Hint::Seconds))
        .on(4..5, Fault::Status(503));
    let server = sandbox::start(
        Vendor::ExaVault,
        Options {
            faults,
            ..Options::default()
        },
    )
    .expect("a loopback port");
    let retry = Retry::default().with_base(Duration::from_millis(5));
    let request = exavault_client(&server).get_session_logs().limit(50);
    let mut items = request.customize(|call| call.retry(retry)).items();
    let mut rows = 0;
    while items
        .try_next()
        .await
        .expect("nothing that lasts")
        .is_some()
    {
        rows += 1;
    }
    assert_eq!(rows, 130);
    let statuses: Vec<u16> = server.received().iter().map(|one| one.status()).collect();
    assert_eq!(statuses, [200, 200, 200, 429, 503, 200]);
}

#[tokio::test]
async fn a_cut_is_an_error_of_the_transport() {
    let faults = Faults::none().on(.., Fault::Cut);
    let server = sandbox::start(
        Vendor::ExaVault,
        Options {
            faults,
            ..Options::default()
        },
    )
    .expect("a loopback port");
    let request = exavault_client(&server).get_session_logs();
    let request = request.customize(|call| call.retry(Retry::never()));
    let error = request.send().await.expect_err("half a body");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable());
}
