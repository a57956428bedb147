//! Trouble on demand, and what all servers share.
//!
//! Input: faults by request number. Output: passes if exactly those requests meet them. Invariant: a server works again after
//! its last fault.

use std::time::{Duration, Instant};

use activity::sandbox::{Fault, Faults, Hint, Vendor};
use serde_json::json;

use super::{client, faulty, get, plain};

#[tokio::test]
async fn a_rate_limit_hits_the_requests_named() {
    let wait = Duration::from_millis(1_500);
    for vendor in Vendor::ALL {
        let faults = Faults::none()
            .on(1..2, Fault::RateLimit(wait, Hint::Seconds))
            .on(2..3, Fault::RateLimit(wait, Hint::Date))
            .on(3..4, Fault::RateLimit(wait, Hint::Documented));
        let server = faulty(vendor, faults);
        let mut hints = Vec::new();
        for status in [404, 429, 429, 429, 404] {
            let reply = get(&server, "/nowhere", &[]).await;
            assert_eq!(reply.status, status, "{vendor}");
            hints.push(reply.header("retry-after").map(str::to_owned));
        }
        assert_eq!(hints[1].as_deref(), Some("2"), "seconds are rounded up");
        assert!(
            hints[2].as_ref().is_some_and(|date| date.ends_with(" GMT")),
            "{hints:?}"
        );
        assert_eq!([&hints[0], &hints[3], &hints[4]], [&None; 3]);
    }
}

#[tokio::test]
async fn a_cut_connection_breaks_the_body_and_not_the_next_request() {
    for vendor in Vendor::ALL {
        let server = faulty(vendor, Faults::none().on(1..2, Fault::Cut));
        let url = format!("{}/nowhere", server.base_url());
        assert_eq!(get(&server, "/nowhere", &[]).await.status, 404);
        let response = client().get(&url).send().await.expect("headers arrive");
        assert_eq!(response.status(), 404);
        assert!(response.content_length().is_some_and(|length| length > 2));
        assert!(response.text().await.is_err(), "{vendor}");
        assert_eq!(get(&server, "/nowhere", &[]).await.status, 404);
    }
}

#[tokio::test]
async fn a_reset_gives_nothing_and_malformed_json_is_none() {
    for vendor in Vendor::ALL {
        let faults = Faults::none()
            .on(0..1, Fault::Reset)
            .on(1..2, Fault::Malformed);
        let server = faulty(vendor, faults);
        let url = format!("{}/nowhere", server.base_url());
        // Nobody repeats a POST.
        let reset = client().post(&url).send().await;
        assert!(reset.is_err(), "{vendor}");
        let malformed = get(&server, "/nowhere", &[]).await;
        assert_eq!(malformed.status, 404);
        assert!(serde_json::from_str::<serde_json::Value>(&malformed.text).is_err());
        assert_eq!(get(&server, "/nowhere", &[]).await.status, 404);
    }
}

#[tokio::test]
async fn failures_take_the_vendors_shape() {
    let faults = || {
        Faults::none()
            .on(0..1, Fault::Status(500))
            .on(1..3, Fault::Status(502))
    };
    let cases = [
        (Vendor::ExaVault, "/responseStatus", "application/json"),
        (Vendor::ThousandEyes, "/status", "application/problem+json"),
        (Vendor::TileDb, "/code", "application/json"),
        (Vendor::SnapLogic, "/http_status_code", "application/json"),
    ];
    for (vendor, pointer, media) in cases {
        let server = faulty(vendor, faults());
        let first = get(&server, "/nowhere", &[]).await;
        assert_eq!(
            (
                first.status,
                first.at(pointer),
                first.header("content-type")
            ),
            (500, json!(500), Some(media))
        );
        let second = get(&server, "/nowhere", &[]).await;
        assert_eq!(
            (second.status, second.text.is_empty()),
            (502, vendor == Vendor::TileDb)
        );
        assert_eq!(get(&server, "/nowhere", &[]).await.status, 502);
        assert_eq!(get(&server, "/nowhere", &[]).await.status, 404);
    }
}

#[tokio::test]
async fn slowness_delays_and_dropping_does_not_wait_for_it() {
    let server = faulty(
        Vendor::TileDb,
        Faults::none().on(1.., Fault::Slow(Duration::from_millis(150))),
    );
    get(&server, "/nowhere", &[]).await;
    let began = Instant::now();
    get(&server, "/nowhere", &[]).await;
    assert!(began.elapsed() >= Duration::from_millis(150));
    let stuck = faulty(
        Vendor::TileDb,
        Faults::none().on(.., Fault::Slow(Duration::from_secs(60))),
    );
    let url = stuck.base_url().to_owned();
    let waiting = tokio::spawn(async move { client().get(url).send().await.is_err() });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let began = Instant::now();
    drop(stuck);
    assert!(
        waiting.await.expect("the task ends"),
        "the connection is closed"
    );
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn servers_remember_what_they_saw() {
    let server = plain(Vendor::SnapLogic);
    let target = "/activities/Org?limit=3&filter_event_type=acl_add%2Cacl_remove";
    get(&server, target, &[("X-Probe", "yes")]).await;
    let seen = server.received();
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].method().as_str(), seen[0].status()), ("GET", 401));
    assert_eq!(
        seen[0].target(),
        "/api/1/rest/public/activities/Org?limit=3&filter_event_type=acl_add%2Cacl_remove"
    );
    assert_eq!(seen[0].header("x-probe"), Some("yes"));
}

#[tokio::test]
async fn other_methods_are_refused_in_the_vendors_shape() {
    let server = plain(Vendor::ThousandEyes);
    let url = format!("{}/audit-user-events", server.base_url());
    let response = client().post(url).send().await.expect("an answer");
    assert_eq!(response.status(), 405);
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
}
