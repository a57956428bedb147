//! TileDB's array activity.
//!
//! Input: either credential and an array as one path segment. Output: passes if pages, totals and filters agree.
//! Invariant: counts are checked against the unfiltered rows.

use activity::sandbox::{Vendor, tiledb};
use serde_json::{Value, json};

use super::{Headers, get, plain};

const TILEDB: [(&str, &str); 1] = [("X-TILEDB-REST-API-KEY", tiledb::API_KEY)];
const ARRAY: &str = "/arrays/acme/s3%3A%2F%2Fbucket%2Farray/activity";

#[tokio::test]
async fn pages_carry_their_totals() {
    let server = plain(Vendor::TileDb);
    let first = get(&server, ARRAY, &TILEDB).await;
    assert_eq!(
        first.at("/pagination_metadata"),
        json!({"page": 1, "per_page": 20, "total_pages": 6, "total_items": 112})
    );
    assert_eq!(first.len("/activitylogs"), 20);
    let last = get(&server, &format!("{ARRAY}?page=3&per_page=50"), &TILEDB).await;
    assert_eq!(
        (
            last.len("/activitylogs"),
            last.at("/pagination_metadata/total_pages")
        ),
        (12, json!(3))
    );
    let beyond = get(&server, &format!("{ARRAY}?page=9"), &TILEDB).await;
    assert_eq!(
        (beyond.status, beyond.json().get("activitylogs").is_none()),
        (200, true)
    );
}

#[tokio::test]
async fn filters() {
    let server = plain(Vendor::TileDb);
    let all = get(&server, &format!("{ARRAY}?start=0&per_page=500"), &TILEDB).await;
    assert_eq!(all.len("/activitylogs"), tiledb::RECENT + tiledb::OLDER);
    let task = all.at("/activitylogs/0/array_task_id");
    let rows = all.at("/activitylogs");
    let count = |test: &dyn Fn(&Value) -> bool| {
        rows.as_array()
            .expect("rows")
            .iter()
            .filter(|row| test(row))
            .count()
    };
    let cases = [
        (
            "event_types=create&event_types=vacuum".to_owned(),
            count(&|row| row["action"] == "create" || row["action"] == "vacuum"),
        ),
        ("event_types=create%2Cvacuum".to_owned(), 0),
        (
            format!("task_id={}", task.as_str().expect("a task")),
            count(&|row| row["array_task_id"] == task),
        ),
        (
            "has_task_id=true".to_owned(),
            count(&|row| {
                row["array_task_id"]
                    .as_str()
                    .is_some_and(|task| !task.is_empty())
            }),
        ),
        (
            "has_task_id=false".to_owned(),
            rows.as_array().map_or(0, Vec::len),
        ),
        (
            "end=1790000000".to_owned(),
            count(&|row| row["event_at"].as_str() <= Some("2026-09-21T14:13:20Z")),
        ),
    ];
    for (query, expected) in cases {
        let reply = get(
            &server,
            &format!("{ARRAY}?start=0&per_page=500&{query}"),
            &TILEDB,
        )
        .await;
        assert_eq!(
            (reply.status, reply.len("/activitylogs")),
            (200, expected),
            "{query}"
        );
    }
}

#[tokio::test]
async fn takes_either_credential_and_one_segment() {
    let server = plain(Vendor::TileDb);
    let basic = [("authorization", "Basic YWNtZS1yZWFkZXI6cGFzczp3w7ZyZC83")];
    assert_eq!(get(&server, ARRAY, &basic).await.status, 200);
    let quiet = "/arrays/acme/s3:%2F%2Fbucket%2F%C3%BC%20%26%20100%25%2Fa%3Fb%23c/activity";
    let quiet = get(&server, quiet, &TILEDB).await;
    assert_eq!(
        (quiet.status, quiet.at("/pagination_metadata/total_items")),
        (200, json!(0))
    );
    let cases: [(&str, Headers<'_>, u16); 8] = [
        (ARRAY, &[], 401),
        (ARRAY, &[("X-TILEDB-REST-API-KEY", "wrong")], 401),
        (
            "/arrays/globex/s3%3A%2F%2Fbucket%2Farray/activity",
            &TILEDB,
            403,
        ),
        (
            "/arrays/acme/s3%3A%2F%2Fbucket%2Fother/activity",
            &TILEDB,
            404,
        ),
        ("/arrays/acme/s3://bucket/array/activity", &TILEDB, 404),
        (
            "/arrays/acme/s3%253A%252F%252Fbucket%252Farray/activity",
            &TILEDB,
            404,
        ),
        (
            "/arrays/acme/s3%3A%2F%2Fbucket%2Farray/activity?page=0",
            &TILEDB,
            400,
        ),
        (
            "/arrays/acme/s3%3A%2F%2Fbucket%2Farray/activity?start=-1",
            &TILEDB,
            400,
        ),
    ];
    for (target, headers, status) in cases {
        let reply = get(&server, target, headers).await;
        assert_eq!(
            (reply.status, reply.at("/code")),
            (status, json!(status)),
            "{target}"
        );
        assert!(reply.at("/message").is_string() && reply.at("/request_id").is_string());
    }
}
