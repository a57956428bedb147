//! SnapLogic's activities.
//!
//! Input: either credential and each of the parameters. Output: passes if the envelope and the filters are right.
//! Invariant: counts are checked against the unfiltered rows.

use activity::sandbox::{Server, Vendor, snaplogic};
use serde_json::{Value, json};

use super::{Headers, Reply, bearer, get, plain};

const ORG: &str = "/activities/Acme%20Org";

async fn snap(server: &Server, target: &str) -> Reply {
    let [(name, value)] = bearer(snaplogic::TOKEN);
    get(server, &format!("{ORG}{target}"), &[(name, &value)]).await
}

#[tokio::test]
async fn pages_against_a_total() {
    let server = plain(Vendor::SnapLogic);
    let first = snap(&server, "").await;
    assert_eq!(first.header("x-sl-statuscode"), Some("200"));
    assert_eq!(first.at("/http_status_code"), json!(200));
    let shape = |reply: &Reply| {
        ["total", "offset", "limit"].map(|key| reply.at(&format!("/response_map/{key}")))
    };
    assert_eq!(
        shape(&first),
        [json!(snaplogic::ACTIVITIES), json!(0), json!(100)]
    );
    assert_eq!(first.len("/response_map/entries"), 100);
    let rest = snap(&server, "?offset=100&limit=50").await;
    assert_eq!(shape(&rest), [json!(130), json!(100), json!(50)]);
    assert_eq!(rest.len("/response_map/entries"), 30);
}

#[tokio::test]
async fn filters() {
    let server = plain(Vendor::SnapLogic);
    let all = snap(&server, "?limit=100000")
        .await
        .at("/response_map/entries");
    let count = |test: &dyn Fn(&Value) -> bool| {
        all.as_array()
            .expect("rows")
            .iter()
            .filter(|row| test(row))
            .count()
    };
    let space = |row: &Value| row["partition_label"] == "Finance & Tax";
    let cases = [
        (
            "filter_event_type=acl_add,acl_remove",
            count(&|row| row["event_type"].to_string().starts_with("\"acl_")),
        ),
        (
            "filter_event_type=acl_add%2Cacl_remove",
            count(&|row| row["event_type"].to_string().starts_with("\"acl_")),
        ),
        (
            "filter_user=dev%2Bone%40example.com",
            count(&|row| row["by_whom"] == "dev+one@example.com"),
        ),
        (
            "filter_asset_type=Plex",
            count(&|row| row["asset_type"] == "Plex"),
        ),
        (
            "filter_is_alert=true",
            count(&|row| row["is_alert"] == true),
        ),
        (
            "filter_is_alert=false",
            count(&|row| row["is_alert"].is_null()),
        ),
        (
            "filter_alert_state=open",
            count(&|row| row["alert_state"] == "open"),
        ),
        (
            "filter_snaplogic_admin_update=true",
            count(&|row| row["snaplogic_admin_update"] == true),
        ),
        ("filter_project_space=Finance%20%26%20Tax", count(&space)),
        (
            "filter_project_space=Finance%20%26%20Tax&filter_project=Test%20Project",
            count(&|row| space(row) && row["project_label"] == "Test Project"),
        ),
        (
            "filter_asset_type=File&filter_asset=file%20b",
            count(&|row| row["asset_label"] == "file b"),
        ),
        (
            "start=1790000000000",
            count(&|row| row["create_time"].as_str() >= Some("2026-09-21T14:13:20")),
        ),
        (
            "end=1790000000000",
            count(&|row| row["create_time"].as_str() < Some("2026-09-21T14:13:20")),
        ),
        ("filter_user=", snaplogic::ACTIVITIES),
    ];
    for (query, expected) in cases {
        let reply = snap(&server, &format!("?{query}")).await;
        assert_eq!(
            (reply.status, reply.at("/response_map/total")),
            (200, json!(expected)),
            "{query}"
        );
        assert!(expected > 0, "{query} finds nothing");
    }
}

#[tokio::test]
async fn errors_list_their_messages() {
    let server = plain(Vendor::SnapLogic);
    let basic = (
        "authorization",
        "Basic YXVkaXRvckBleGFtcGxlLmNvbTpzbjRwLWwwZzFj",
    );
    assert_eq!(get(&server, ORG, &[basic]).await.status, 200);
    let cases: [(&str, Headers<'_>, u16); 8] = [
        (ORG, &[], 401),
        (ORG, &[("authorization", "Bearer nope")], 401),
        ("/activities/Globex", &[basic], 403),
        ("/activities/Unknown", &[basic], 404),
        ("/activities/Acme%20Org?limit=0", &[basic], 400),
        ("/activities/Acme%20Org?limit=100001", &[basic], 400),
        ("/activities/Acme%20Org?filter_project=x", &[basic], 400),
        ("/activities/Acme%20Org?filter_is_alert=yes", &[basic], 400),
    ];
    for (target, headers, status) in cases {
        let reply = get(&server, target, headers).await;
        assert_eq!(
            (reply.status, reply.at("/http_status_code")),
            (status, json!(status)),
            "{target}"
        );
        assert_eq!(
            reply.header("x-sl-statuscode"),
            Some(status.to_string().as_str())
        );
        assert!(
            reply.at("/response_map/error_list/0/message").is_string(),
            "{target}"
        );
    }
}
