//! Calls of an emitted client from JavaScript. In: the URL of a server; out: what came of the calls, as text.

use activity_logs::runtime::{Body, Retry, Value};
use activity_logs::{thousandeyes, tiledb};
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;

fn events(url: &str) -> thousandeyes::ClientBuilder {
    thousandeyes::Client::builder()
        .base_url(url)
        .credentials(thousandeyes::Credentials::new("s3cret"))
}

fn arrays(url: &str) -> tiledb::Client {
    let builder = tiledb::Client::builder()
        .base_url(url)
        .credentials(tiledb::Credentials::api_key("s3cret"));
    builder.build().expect("a client")
}

/// One call, after a pause and a second attempt.
#[wasm_bindgen]
pub async fn one(url: String) -> String {
    let retry = Retry::default().with_base(Duration::from_millis(50));
    let client = events(&url).retry(retry).build().expect("a client");
    match client.get_user_events().window("1h").send().await {
        Ok(page) => {
            let events = page.audit_events.iter().flatten().count();
            format!("{}, {events} events", page.status())
        }
        Err(error) => error.to_string(),
    }
}

/// All pages.
#[wasm_bindgen]
pub async fn pages(url: String) -> String {
    let mut items = arrays(&url)
        .array_activity_log("acme", "s3://b/a")
        .per_page(7)
        .items();
    let mut actions = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(item)) => actions.push(item.query_ranges.unwrap_or_default()),
            Ok(None) => return actions.join(" "),
            Err(error) => return error.to_string(),
        }
    }
}

/// A server that does not answer.
#[wasm_bindgen]
pub async fn silence(url: String) -> String {
    let builder = events(&url).retry(Retry::never());
    let builder = builder.attempt_timeout(Duration::from_millis(200));
    let client = builder.build().expect("a client");
    match client.get_user_events().send().await {
        Ok(page) => page.status().to_string(),
        Err(error) => format!("{:?}: {error}", error.kind()),
    }
}

/// An error that the document describes.
#[wasm_bindgen]
pub async fn refused(url: String) -> String {
    let client = events(&url).build().expect("a client");
    match client.get_user_events().send().await {
        Ok(page) => page.status().to_string(),
        Err(error) => error.to_string(),
    }
}

/// A body that is read while it is sent, there and back.
#[wasm_bindgen]
pub async fn echo(url: String) -> String {
    let body = Body::from_reader(&br#"{"a":[1,2]}"#[..]);
    let call = arrays(&url).request("POST", "/echo").bytes(body);
    match call.send().await {
        Ok(reply) => match reply.json::<Value>() {
            Ok(value) => format!("{}: {value}", reply.status()),
            Err(error) => error.to_string(),
        },
        Err(error) => error.to_string(),
    }
}

/// A response without end, and a server that is not there.
#[wasm_bindgen]
pub async fn broken(url: String) -> String {
    let builder = events(&url).retry(Retry::never()).max_response_bytes(1000);
    let client = builder.build().expect("a client");
    match client.get_user_events().send().await {
        Ok(page) => page.status().to_string(),
        Err(error) => format!("{:?}: {error}", error.kind()),
    }
}
