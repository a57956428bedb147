//! ExaVault's two logs.
//!
//! Input: both key headers and each filter. Output: passes if the rows fit. Invariant: no total is ever told.

use activity::sandbox::{Vendor, exavault};
use serde_json::{Value, json};

use super::{Headers, get, plain};

const VAULT: [(&str, &str); 2] = [
    ("ev-api-key", exavault::API_KEY),
    ("ev-access-token", exavault::ACCESS_TOKEN),
];

#[tokio::test]
async fn pages_end_short_and_never_tell_a_total() {
    let server = plain(Vendor::ExaVault);
    for (path, rows) in [
        ("session", exavault::SESSIONS),
        ("webhooks", exavault::WEBHOOKS),
    ] {
        let mut ids = Vec::new();
        loop {
            let target = format!("/activity/{path}?limit=40&offset={}", ids.len());
            let page = get(&server, &target, &VAULT).await;
            assert_eq!(
                (page.status, page.header("content-type")),
                (200, Some("application/json"))
            );
            assert_eq!(
                (page.at("/totalResults"), page.at("/responseStatus")),
                (json!(0), json!(200))
            );
            assert_eq!(page.at("/returnedResults"), json!(page.len("/data")));
            ids.extend(
                page.at("/data")
                    .as_array()
                    .expect("rows")
                    .iter()
                    .map(|row| row["id"].clone()),
            );
            if page.len("/data") < 40 {
                break;
            }
        }
        assert_eq!(ids.len(), rows);
        ids.sort_by_key(Value::to_string);
        ids.dedup();
        assert_eq!(ids.len(), rows, "every row once");
    }
    assert_eq!(
        get(&server, "/activity/session", &VAULT).await.len("/data"),
        exavault::DEFAULT_LIMIT
    );
    assert_eq!(
        get(&server, "/activity/session?offset=1000", &VAULT)
            .await
            .len("/data"),
        0
    );
}

#[tokio::test]
async fn filters_and_sorts() {
    let server = plain(Vendor::ExaVault);
    let cases = [
        ("/activity/session?username=jdoe", "username", "jdoe"),
        (
            "/activity/session?type=EDIT_SHARE",
            "operation",
            "EDIT_SHARE",
        ),
        (
            "/activity/session?ipAddress=203.0.113.7",
            "ipAddress",
            "203.0.113.7",
        ),
        (
            "/activity/session?path=%2FArchive%2F100%25+scan.tiff",
            "fileName",
            "/Archive/100% scan.tiff",
        ),
        (
            "/activity/webhooks?event=resources.restore",
            "event",
            "resources.restore",
        ),
        ("/activity/webhooks?username=priya", "username", "priya"),
        (
            "/activity/webhooks?endpointUrl=https%3A%2F%2Fops.example.org%2Fin%3Fsrc%3Dvault",
            "endpointUrl",
            "https://ops.example.org/in?src=vault",
        ),
    ];
    for (target, key, value) in cases {
        let rows = get(&server, &format!("{target}&limit=200"), &VAULT)
            .await
            .at("/data");
        let rows = rows.as_array().expect("rows");
        assert!(!rows.is_empty(), "{target}");
        assert!(
            rows.iter().all(|row| row["attributes"][key] == value),
            "{target}"
        );
    }
    let gone = get(
        &server,
        "/activity/webhooks?statusCode=410&limit=200",
        &VAULT,
    )
    .await;
    assert!(gone.len("/data") > 0 && gone.at("/data/0/attributes/status") == 410);
    let folder = get(
        &server,
        "/activity/webhooks?resourcePath=%2FProduction*&limit=200",
        &VAULT,
    )
    .await;
    assert!((1..exavault::WEBHOOKS).contains(&folder.len("/data")));
    let sorted = get(
        &server,
        "/activity/session?sort=username,-date&limit=200",
        &VAULT,
    )
    .await
    .at("/data");
    let keys: Vec<String> = sorted
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["attributes"]["username"].to_string())
        .collect();
    assert!(keys.is_sorted());
    let range = "/activity/session?startDate=2026-10-01T00:00:00Z&endDate=2026-10-02T00:00:00%2B00:00&limit=200";
    let ranged = get(&server, range, &VAULT).await.at("/data");
    let ranged = ranged.as_array().expect("rows");
    assert!(!ranged.is_empty());
    assert!(ranged.iter().all(|row| {
        row["attributes"]["created"]
            .to_string()
            .starts_with("\"2026-10-01")
    }));
}

#[tokio::test]
async fn webhooks_come_in_three_shapes() {
    let rows = get(
        &plain(Vendor::ExaVault),
        "/activity/webhooks?limit=200",
        &VAULT,
    )
    .await
    .at("/data");
    let count = |format: Option<&str>| {
        let format = format.map_or(Value::Null, Value::from);
        let is = |row: &&Value| {
            row["attributes"]
                .get("webhookFormat")
                .cloned()
                .unwrap_or_default()
                == format
        };
        rows.as_array().expect("rows").iter().filter(is).count()
    };
    assert_eq!(
        [count(None), count(Some("v1")), count(Some("v2"))],
        [10, 40, 70]
    );
}

#[tokio::test]
async fn errors_use_its_envelope() {
    let server = plain(Vendor::ExaVault);
    let limited = [VAULT[0], ("ev-access-token", exavault::LIMITED_TOKEN)];
    let cases: [(&str, Headers<'_>, u16, &str); 8] = [
        ("/activity/session", &[], 401, "ERROR_INVALID_CREDENTIALS"),
        (
            "/activity/session",
            &VAULT[..1],
            401,
            "ERROR_INVALID_CREDENTIALS",
        ),
        (
            "/activity/webhooks",
            &VAULT[1..],
            401,
            "ERROR_INVALID_CREDENTIALS",
        ),
        (
            "/activity/session",
            &limited,
            403,
            "ERROR_INSUFFICIENT_PRIVILEGES",
        ),
        (
            "/activity/session?limit=ten",
            &VAULT,
            400,
            "ERROR_INVALID_PARAMETER",
        ),
        (
            "/activity/session?sort=colour",
            &VAULT,
            400,
            "ERROR_INVALID_PARAMETER",
        ),
        (
            "/activity/webhooks?startDate=yesterday",
            &VAULT,
            400,
            "ERROR_INVALID_PARAMETER",
        ),
        ("/activity/nothing", &VAULT, 404, "ERROR_NOT_FOUND"),
    ];
    for (target, headers, status, code) in cases {
        let reply = get(&server, target, headers).await;
        assert_eq!(
            (reply.status, reply.at("/errors/0/code")),
            (status, json!(code)),
            "{target}"
        );
        assert_eq!(reply.at("/responseStatus"), json!(status));
        assert!(reply.header("x-ratelimit-remaining").is_some());
    }
}
