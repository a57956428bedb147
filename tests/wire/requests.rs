//! Every parameter of every operation, one at a time and all at once.
//!
//! Input: the example values of the documents. Output: passes if path and query are exactly what is written here.
//! Invariant: a parameter of a document without a line here is a failure.

use std::collections::BTreeSet;

use activity_logs::exavault::models::{OperationType, WebhookEvent};
use activity_logs::snaplogic::models::{AlertState, AssetTypeFilter, EventType};
use activity_logs::tiledb::models::ActivityEventType;
use activity_logs::{exavault, snaplogic, thousandeyes, tiledb};

use super::spec;

/// The target of a request: what follows the server's URL.
macro_rules! target {
    ($request:expr) => {{
        let request = $request.into_request().expect("a request");
        assert_eq!(
            (request.method().as_str(), request.uri().scheme_str()),
            ("GET", Some("https"))
        );
        request
            .uri()
            .path_and_query()
            .expect("a path")
            .as_str()
            .to_owned()
    }};
}

/// A request changed in one way, and the query that it must have.
macro_rules! queries {
    ($begin:expr, $path:literal, $($setter:ident($value:expr) => $query:literal),+ $(,)?) => {{
        $(assert_eq!(target!($begin.$setter($value)), concat!($path, "?", $query));)+
        assert_eq!(target!($begin), $path);
        assert_eq!(target!($begin$(.$setter($value))+), [$($query),+].join("&").as_str().with($path));
        named([$($query),+])
    }};
}

trait With {
    fn with(&self, path: &str) -> String;
}

impl With for str {
    fn with(&self, path: &str) -> String {
        format!("{path}?{self}")
    }
}

/// The names of the parameters in some queries.
fn named<const N: usize>(queries: [&str; N]) -> BTreeSet<String> {
    queries
        .iter()
        .filter_map(|query| Some(query.split_once('=')?.0.to_owned()))
        .collect()
}

/// The names of an operation's query parameters, as the document has them.
fn documented(api: &str, id: &str) -> BTreeSet<String> {
    let document = spec::document(api);
    let (_, operation) = spec::operations(&document)
        .find(|(name, _)| *name == id)
        .expect("the operation");
    let parameters = operation["parameters"]
        .as_array()
        .expect("parameters")
        .iter();
    let parameters = parameters.map(|parameter| spec::resolved(&document, parameter));
    let query = parameters.filter(|parameter| parameter["in"] == "query");
    query
        .map(|parameter| parameter["name"].as_str().expect("a name").to_owned())
        .collect()
}

fn exavault_client() -> exavault::Client {
    let credentials = exavault::Credentials::new("key", "token");
    exavault::Client::builder()
        .account("acme")
        .credentials(credentials)
        .build()
        .expect("a client")
}

#[test]
fn session_logs() {
    let client = exavault_client();
    let queries = queries!(client.get_session_logs(), "/api/v2/activity/session",
        start_date("2019-10-18T06:48:40Z".parse::<jiff::Timestamp>().expect("a time")) => "startDate=2019-10-18T06%3A48%3A40Z",
        end_date("2019-10-18T06:48:40Z".parse::<jiff::Timestamp>().expect("a time")) => "endDate=2019-10-18T06%3A48%3A40Z",
        ip_address("127.0.0.1") => "ipAddress=127.0.0.1",
        username("jdoe") => "username=jdoe",
        path("/folder*") => "path=%2Ffolder%2A",
        r#type(OperationType::EditShare) => "type=EDIT_SHARE",
        offset(100) => "offset=100",
        limit(10) => "limit=10",
        sort("-date") => "sort=-date",
    );
    assert_eq!(queries, documented("exavault", "getSessionLogs"));
    assert_eq!(queries.len(), 9);
}

#[test]
fn webhook_logs() {
    let client = exavault_client();
    let queries = queries!(client.get_webhook_logs(), "/api/v2/activity/webhooks",
        start_date("2023-05-01T00:00:00Z".parse::<jiff::Timestamp>().expect("a time")) => "startDate=2023-05-01T00%3A00%3A00Z",
        end_date("2023-05-31T23:59:59Z".parse::<jiff::Timestamp>().expect("a time")) => "endDate=2023-05-31T23%3A59%3A59Z",
        endpoint_url("https://hooks.example.net/exavault") => "endpointUrl=https%3A%2F%2Fhooks.example.net%2Fexavault",
        event(WebhookEvent::ResourcesUpload) => "event=resources.upload",
        status_code(200) => "statusCode=200",
        resource_path("/folder*") => "resourcePath=%2Ffolder%2A",
        username("exampleuser") => "username=exampleuser",
        offset(100) => "offset=100",
        limit(10) => "limit=10",
        sort("-date,event") => "sort=-date%2Cevent",
    );
    assert_eq!(queries, documented("exavault", "getWebhookLogs"));
    assert_eq!(queries.len(), 10);
}

#[test]
fn user_events() {
    let credentials = thousandeyes::Credentials::new("token");
    let client = thousandeyes::Client::builder()
        .credentials(credentials)
        .build()
        .expect("a client");
    let queries = queries!(client.get_user_events(), "/v7/audit-user-events",
        aid("1234") => "aid=1234",
        use_all_permitted_aids(false) => "useAllPermittedAids=false",
        window("12h") => "window=12h",
        start_date("2022-07-17T22:00:54Z".parse::<jiff::Timestamp>().expect("a time")) => "startDate=2022-07-17T22%3A00%3A54Z",
        end_date("2022-07-18T22:00:54Z".parse::<jiff::Timestamp>().expect("a time")) => "endDate=2022-07-18T22%3A00%3A54Z",
        cursor("a+/b==&c") => "cursor=a%2B%2Fb%3D%3D%26c",
    );
    assert_eq!(queries, documented("thousandeyes", "getUserEvents"));
}

fn tiledb_client() -> tiledb::Client {
    let credentials = tiledb::Credentials::api_key("key");
    tiledb::Client::builder()
        .credentials(credentials)
        .build()
        .expect("a client")
}

#[test]
fn array_activity() {
    let client = tiledb_client();
    let queries = queries!(client.array_activity_log("acme", "s3://acme-arrays/temperature"),
        "/v2/arrays/acme/s3%3A%2F%2Facme-arrays%2Ftemperature/activity",
        start(1_709_251_200) => "start=1709251200",
        end(u64::MAX) => "end=18446744073709551615",
        event_types([ActivityEventType::QueryRead, ActivityEventType::QueryWrite]) => "event_types=query_read&event_types=query_write",
        task_id("6f1d9c52-3b7e-4c1a-9f0e-2d84a1c7b650") => "task_id=6f1d9c52-3b7e-4c1a-9f0e-2d84a1c7b650",
        has_task_id(true) => "has_task_id=true",
        page(2) => "page=2",
        per_page(50) => "per_page=50",
    );
    assert_eq!(queries, documented("tiledb", "arrayActivityLog"));
}

#[test]
fn an_array_is_one_segment() {
    let cases = [
        ("s3://b/a", "s3%3A%2F%2Fb%2Fa"),
        (
            "a b?c#d%e&f+g;h=ü",
            "a%20b%3Fc%23d%25e%26f%2Bg%3Bh%3D%C3%BC",
        ),
        ("-._~", "-._~"),
        ("plain", "plain"),
    ];
    for (array, segment) in cases {
        let expected = format!("/v2/arrays/n/{segment}/activity");
        assert_eq!(
            target!(tiledb_client().array_activity_log("n", array)),
            expected
        );
    }
    // Dots alone would climb out of the path, and nothing at all would make it another one.
    for array in ["..", ".", ""] {
        let error = tiledb_client()
            .array_activity_log("n", array)
            .into_request()
            .expect_err(array);
        assert_eq!(error.parameter(), Some("array"));
    }
}

#[test]
fn activities() {
    let credentials = snaplogic::Credentials::bearer("token");
    let client = snaplogic::Client::builder()
        .credentials(credentials)
        .build()
        .expect("a client");
    let queries = queries!(client.get_activities("SnapLogicCertificationOrg"),
        "/api/1/rest/public/activities/SnapLogicCertificationOrg",
        start(1_529_917_200_000) => "start=1529917200000",
        end(1_529_917_200_001) => "end=1529917200001",
        filter_project_space("projects") => "filter_project_space=projects",
        filter_project("Test Project") => "filter_project=Test%20Project",
        filter_asset("Sales2019July.csv") => "filter_asset=Sales2019July.csv",
        filter_asset_type(AssetTypeFilter::File) => "filter_asset_type=File",
        filter_user("dana@example.com") => "filter_user=dana%40example.com",
        filter_event_type([EventType::AssetCreate, EventType::AssetUpdate]) => "filter_event_type=asset_create,asset_update",
        filter_alert_state(AlertState::Open) => "filter_alert_state=open",
        filter_is_alert(true) => "filter_is_alert=true",
        filter_snaplogic_admin_update(false) => "filter_snaplogic_admin_update=false",
        limit(10) => "limit=10",
        offset(400) => "offset=400",
    );
    assert_eq!(queries, documented("snaplogic", "getActivities"));
    assert_eq!(queries.len() + 1, 14, "with `org` in the path");
    assert_eq!(
        target!(client.get_activities("Acme Org/é")),
        "/api/1/rest/public/activities/Acme%20Org%2F%C3%A9"
    );
}

#[test]
fn values_beyond_the_documented_ones() {
    let client = exavault_client();
    let request = client.get_session_logs().r#type("NEW_KIND");
    assert_eq!(target!(request), "/api/v2/activity/session?type=NEW_KIND");
    let none = tiledb_client()
        .array_activity_log("n", "a")
        .event_types(Vec::<ActivityEventType>::new());
    assert_eq!(target!(none), "/v2/arrays/n/a/activity");
    let again = client.get_session_logs().limit(1).limit(2);
    assert_eq!(target!(again), "/api/v2/activity/session?limit=2");
}

#[test]
fn servers() {
    let uri = |request: http::Uri| request.to_string();
    let of = |account: &str| {
        let client = exavault::Client::builder()
            .account(account)
            .credentials(exavault::Credentials::new("key", "token"))
            .build()
            .expect("a client");
        uri(client
            .get_session_logs()
            .into_request()
            .expect("a request")
            .uri()
            .clone())
    };
    assert_eq!(
        of("acme"),
        "https://acme.exavault.com/api/v2/activity/session"
    );
    let host = |host: Option<&str>| {
        let builder = tiledb::Client::builder().credentials(tiledb::Credentials::api_key("key"));
        let builder = match host {
            Some(host) => builder.host(host),
            None => builder,
        };
        let client = builder.build().expect("a client");
        uri(client
            .array_activity_log("n", "a")
            .into_request()
            .expect("a request")
            .uri()
            .clone())
    };
    assert_eq!(host(None), "https://api.tiledb.com/v2/arrays/n/a/activity");
    assert_eq!(
        host(Some("eu-west-1.aws.api.tiledb.com")),
        "https://eu-west-1.aws.api.tiledb.com/v2/arrays/n/a/activity"
    );
    let client = snaplogic::Client::builder()
        .controlplane("emea")
        .credentials(snaplogic::Credentials::bearer("token"))
        .build()
        .expect("a client");
    let request = client
        .get_activities("o")
        .into_request()
        .expect("a request");
    assert_eq!(
        uri(request.uri().clone()),
        "https://emea.snaplogic.com/api/1/rest/public/activities/o"
    );
    let request = thousandeyes::Client::builder()
        .base_url("http://127.0.0.1:9/v7/")
        .credentials(thousandeyes::Credentials::new("token"))
        .build()
        .expect("a client")
        .get_user_events()
        .into_request()
        .expect("a request");
    assert_eq!(
        uri(request.uri().clone()),
        "http://127.0.0.1:9/v7/audit-user-events"
    );
}
