//! The embedded vendor servers over plain HTTP, with no generated code between.
//!
//! Input: requests as a vendor's documentation writes them. Output: passes if status, media type, headers and bodies are what
//! it promises. Invariant: each test has servers of its own, so that the order of tests means nothing.

mod exavault;
mod faults;
mod snaplogic;
mod thousandeyes;
mod tiledb;

use activity::sandbox::{self, Faults, Options, Server, Vendor};
use serde_json::Value;

/// Header names and values to send.
type Headers<'a> = &'a [(&'a str, &'a str)];

/// An answer, read to its end.
struct Reply {
    status: u16,
    headers: reqwest::header::HeaderMap,
    text: String,
}

impl Reply {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_default()
    }

    fn len(&self, pointer: &str) -> usize {
        self.at(pointer).as_array().map_or(0, Vec::len)
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

fn plain(vendor: Vendor) -> Server {
    sandbox::start(vendor, Options::default()).expect("a loopback port")
}

fn faulty(vendor: Vendor, faults: Faults) -> Server {
    sandbox::start(
        vendor,
        Options {
            faults,
            ..Options::default()
        },
    )
    .expect("a loopback port")
}

/// A client of our own. Other packages of the workspace give `reqwest` TLS, and then it wants to know whose cryptography
/// to use even where it needs none.
fn client() -> reqwest::Client {
    // Fails where another test came first, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

async fn try_get(url: &str, headers: Headers<'_>) -> Result<Reply, reqwest::Error> {
    let mut request = client().get(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = request.send().await?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Ok(Reply {
        status,
        headers,
        text: response.text().await?,
    })
}

async fn get(server: &Server, target: &str, headers: Headers<'_>) -> Reply {
    try_get(&format!("{}{target}", server.base_url()), headers)
        .await
        .expect("an answer")
}

fn bearer(token: &str) -> [(&'static str, String); 1] {
    [("authorization", format!("Bearer {token}"))]
}
