//! The generated servers of the four APIs: what they answer, what they refuse, and how they fail.
//!
//! Input: calls of the generated client, and requests by hand. Output: passes if every operation of `spec/` answers by
//! itself with what the client reads, and every promise of a server is kept. Invariant: each test has a server of its own.

// The other tests of this folder need the rest of it.
#[allow(dead_code)]
#[path = "../support/spec.rs"]
mod spec;

mod examples;
mod faults;
mod handlers;
mod refusals;

use activity_logs::runtime::Retry;
use activity_logs::runtime::fake::Running;
use activity_logs::{exavault, tiledb};
use std::time::Duration;

fn exavault_client(url: &str) -> exavault::Client {
    exavault::Client::builder()
        .base_url(url)
        .credentials(exavault::Credentials::new("key", "token"))
        .retry(Retry::never())
        .timeout(Duration::from_secs(20))
        .build()
        .expect("a client")
}

fn tiledb_client(url: &str) -> tiledb::Client {
    tiledb::Client::builder()
        .base_url(url)
        .credentials(tiledb::Credentials::api_key("key"))
        .retry(Retry::never())
        .build()
        .expect("a client")
}

/// A request by hand: its status, and its body.
async fn send(request: reqwest::RequestBuilder) -> (u16, reqwest::header::HeaderMap, String) {
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    (status, headers, response.text().await.expect("a body"))
}

/// A client of our own, which needs to be told whose cryptography to use even where it needs none.
fn by_hand() -> reqwest::Client {
    // Fails where another test came first, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

fn paths(server: &Running) -> Vec<String> {
    let received = server.received().into_iter();
    received
        .map(|received| received.target().to_owned())
        .collect()
}
