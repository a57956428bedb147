//! ThousandEyes' audit events.
//!
//! Input: a bearer token, account groups and time ranges. Output: passes if pages chain and problems have their shape.
//! Invariant: pages are found by their links alone.

use std::time::{SystemTime, UNIX_EPOCH};

use activity::sandbox::{self, Options, Server, Vendor, thousandeyes};
use serde_json::{Value, json};

use super::{Reply, bearer, get, plain, try_get};

async fn eyes(server: &Server, target: &str) -> Reply {
    let [(name, value)] = bearer(thousandeyes::TOKEN);
    let target = format!("/audit-user-events{target}");
    get(server, &target, &[(name, &value)]).await
}

#[tokio::test]
async fn pages_are_chained_by_links() {
    let server = plain(Vendor::ThousandEyes);
    let [(name, value)] = bearer(thousandeyes::TOKEN);
    let mut url = format!(
        "{}/audit-user-events?useAllPermittedAids=true&window=52w",
        server.base_url()
    );
    let mut sizes = Vec::new();
    loop {
        let page = try_get(&url, &[(name, &value)]).await.expect("an answer");
        assert_eq!(
            (page.status, page.header("content-type")),
            (200, Some("application/hal+json"))
        );
        assert_eq!(
            page.at("/_links/previous/href").is_string(),
            !sizes.is_empty()
        );
        assert_eq!(page.at("/endDate"), json!("2026-10-05T09:30:00Z"));
        sizes.push(page.len("/auditEvents"));
        match page.at("/_links/next/href") {
            Value::String(next) => url = next,
            _ => break,
        }
    }
    assert_eq!(sizes, [40, 40, 40]);
    assert!(
        url.contains("useAllPermittedAids=true") && url.contains("window=52w"),
        "{url}"
    );
    assert_eq!(sizes.iter().sum::<usize>(), thousandeyes::ALL_EVENTS);
}

#[tokio::test]
async fn filters() {
    let server = plain(Vendor::ThousandEyes);
    let other = eyes(&server, "?aid=1102").await;
    assert_eq!(
        other.len("/auditEvents"),
        thousandeyes::ALL_EVENTS - thousandeyes::EVENTS
    );
    assert_eq!(other.at("/auditEvents/0/aid"), json!("1102"));
    assert_eq!(
        other.at("/startDate"),
        Value::Null,
        "only sent where a range was asked for"
    );
    let mut counts = Vec::new();
    for window in ["3600", "12h", "2d", "1w"] {
        let page = eyes(&server, &format!("?window={window}")).await;
        assert_eq!(page.status, 200);
        counts.push(page.len("/auditEvents"));
    }
    assert!(counts.is_sorted() && counts[0] < counts[3], "{counts:?}");
    let range = eyes(
        &server,
        "?startDate=2026-10-01T00:00:00Z&endDate=2026-10-02T00:00:00.000000%2B0000",
    )
    .await;
    assert!(range.len("/auditEvents") > 0);
    assert_eq!(range.at("/startDate"), json!("2026-10-01T00:00:00Z"));
}

#[tokio::test]
async fn errors_are_problems_by_status() {
    let server = plain(Vendor::ThousandEyes);
    for target in [
        "?window=12x",
        "?window=1h&startDate=2026-10-01T00:00:00Z",
        "?cursor=abc",
        "?endDate=2026-10-01T00:00:00Z",
    ] {
        let reply = eyes(&server, target).await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (400, Some("application/problem+json"))
        );
        assert!(
            reply.at("/errors/0/field").is_string() && reply.at("/status") == 400,
            "{target}"
        );
    }
    assert_eq!(eyes(&server, "?aid=77").await.at("/status"), json!(403));
    assert_eq!(
        eyes(&server, "/nothing").await.at("/title"),
        json!("Not Found")
    );
    let [(name, value)] = bearer(thousandeyes::LIMITED_TOKEN);
    assert_eq!(
        get(&server, "/audit-user-events", &[(name, &value)])
            .await
            .status,
        403
    );
    let refused = get(
        &server,
        "/audit-user-events",
        &[("authorization", "Bearer nope")],
    )
    .await;
    assert_eq!(
        (refused.status, refused.header("content-type")),
        (401, Some("application/problem+json"))
    );
    assert_eq!(refused.at("/error"), json!("invalid_token"));
    assert!(refused.at("/error_description").is_string() && refused.at("/status").is_null());
}

#[tokio::test]
async fn answers_in_the_type_accepted() {
    let server = plain(Vendor::ThousandEyes);
    let [(name, value)] = bearer(thousandeyes::TOKEN);
    let cases = [
        (
            "application/hal+json, application/json, application/problem+json",
            200,
            "application/hal+json",
        ),
        ("application/json", 200, "application/json"),
        ("text/csv", 406, "application/problem+json"),
    ];
    for (accept, status, media) in cases {
        let reply = get(
            &server,
            "/audit-user-events",
            &[(name, &value), ("accept", accept)],
        )
        .await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (status, Some(media)),
            "{accept}"
        );
    }
}

#[tokio::test]
async fn limits_the_rate() {
    let server = sandbox::start(
        Vendor::ThousandEyes,
        Options {
            quota: Some(2),
            ..Options::default()
        },
    )
    .expect("a port");
    let mut left = Vec::new();
    for status in [200, 200, 429] {
        let reply = eyes(&server, "").await;
        assert_eq!(reply.status, status);
        assert_eq!(reply.header("x-organization-rate-limit-limit"), Some("2"));
        left.push(
            reply
                .header("x-organization-rate-limit-remaining")
                .map(str::to_owned),
        );
        let reset: u64 = reply
            .header("x-organization-rate-limit-reset")
            .and_then(|at| at.parse().ok())
            .expect("a reset");
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .expect("a clock")
            .as_secs();
        assert!((now..=now + 61).contains(&reset), "{reset}");
        assert_eq!(reply.header("retry-after"), None, "not documented");
    }
    assert_eq!(left, ["1", "0", "0"].map(|left| Some(left.to_owned())));
}
