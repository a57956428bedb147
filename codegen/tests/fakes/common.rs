//! What the tests of styles and of refusals share: a client whose server is in the same process, and requests by hand.

#![allow(unused)]

use golden::runtime::fake::Local;
use serde_json::{Value, json};

/// The client of an API, whose server is in the same process.
macro_rules! client {
    ($api:ident, $local:expr) => {
        golden::$api::Client::builder()
            .base_url("http://fake.test")
            .transport($local.clone())
            .build()
            .expect("a client")
    };
}

pub(crate) fn wait<T>(call: impl IntoFuture<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_all().build().expect("a runtime");
    runtime.block_on(call.into_future())
}

/// Sends a request by hand, and gives the status, the kind of place and the name that its problem has.
macro_rules! refused {
    ($api:ident, $method:literal, $path:expr, $change:expr) => {{
        let local = golden::$api::fake::Server::new().transport();
        let request = client!($api, local).request($method, $path);
        let response = $crate::common::wait($change(request).send()).expect("an answer");
        $crate::common::told(response.status().as_u16(), response.body(), &local)
    }};
}

pub(crate) fn told(status: u16, body: &[u8], local: &Local) -> (u16, String, String) {
    let problem: Value = serde_json::from_slice(body).expect("a problem");
    assert_eq!(problem["status"], json!(status), "{problem}");
    let received = local.received();
    assert_eq!(received.len(), 1);
    assert!(!received[0].problems().is_empty());
    let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    (status, text("in"), text("name"))
}

pub(crate) fn is(status: u16, place: &str, name: &str) -> (u16, String, String) {
    (status, place.to_owned(), name.to_owned())
}

/// Sends a query to the case of open objects.
pub(crate) fn open(query: &str) -> (u16, String, String) {
    let target = format!("http://fake.test/things?key=k{query}");
    let local = golden::parameter_open::fake::Server::new().transport();
    let request = http::Request::post(target).body(golden::runtime::Body::empty());
    let answer = wait(golden::runtime::Transport::send(
        &local,
        request.expect("a request"),
    ));
    let status = answer.expect("an answer").status().as_u16();
    match local.received()[0].problems().first() {
        None => is(status, "", ""),
        Some(problem) => {
            let place = problem.place().to_string();
            is(status, &place, problem.reason())
        }
    }
}
