//! Calls every operation of a crate with the arguments of its example, and prints a line of JSON for each call.

#![allow(deprecated, unused, clippy::all)]

use golden::runtime::fake::Local;
use serde_json::{Value, json};

/// What the calls need.
mod prelude {
    pub(crate) use crate::made;
    pub(crate) use crate::{Noted, note, variable};
}

/// The body that a server answered with.
pub(crate) type Noted = std::sync::Arc<std::sync::Mutex<(String, String)>>;

/// A call as a function of the module that has the example.
#[macro_export]
macro_rules! made {
    ($name:ident, $($module:ident)::+, $fake:ident) => {
        pub(crate) fn call() -> (Result<(), String>, $crate::Local, Noted) {
            let noted = Noted::default();
            let server = $($module)::+::$fake::Server::new().finish(note(&noted));
            let local = server.transport();
            let client = $($module)::+::ClientBuilder::from_env_with(variable)
                .base_url("http://fake.test")
                .transport(local.clone())
                .build();
            let said = client.map_err(|error| error.to_string()).and_then(|client| {
                let runtime = tokio::runtime::Builder::new_current_thread();
                let runtime = { runtime }.enable_all().build().expect("a runtime");
                let said = runtime.block_on(example(client));
                said.map_err(|error| error.to_string())
            });
            (said, local, noted)
        }
    };
}

/// Secrets for every scheme, and nothing else.
pub(crate) fn variable(name: &str) -> Option<std::ffi::OsString> {
    let ends = ["KEY", "TOKEN", "USERNAME", "PASSWORD", "HEADER", "QUERY"];
    let secret = ends.iter().any(|end| name.ends_with(end));
    secret.then(|| "secret".into())
}

/// Keeps what a server answers.
pub(crate) fn note(
    noted: &Noted,
) -> impl Fn(&golden::runtime::fake::Received, &mut http::Response<bytes::Bytes>) + Send + Sync + 'static
{
    let noted = noted.clone();
    move |_, response| {
        let media = response.headers().get("content-type");
        let media = media
            .and_then(|media| media.to_str().ok())
            .unwrap_or_default();
        let body = String::from_utf8_lossy(response.body()).into_owned();
        *noted.lock().expect("no panic before") = (media.to_owned(), body);
    }
}

/// Prints what became of a call.
fn show(api: &str, example: &str, (said, local, noted): (Result<(), String>, Local, Noted)) {
    let received = local.received();
    let first = received.first();
    let status = first.map_or(0, |one| one.status());
    let found: Vec<String> = received
        .iter()
        .flat_map(|one| one.problems())
        .map(|problem| problem.to_string())
        .collect();
    let operation = first.and_then(|one| one.operation()).unwrap_or_default();
    let problem = match (&said, received.len()) {
        _ if !found.is_empty() => Some(format!("its server says: {}", found.join("; "))),
        (Err(error), 0) => Some(format!("nothing was sent: {error}")),
        // The document has nothing but errors.
        (Err(_), _) if status >= 300 => None,
        (Err(error), _) => Some(format!("its client says: {error}")),
        (Ok(()), 0) => Some("nothing was sent".to_owned()),
        (Ok(()), _) => None,
    };
    let (media, body) = noted.lock().expect("no panic before").clone();
    let line = json!({
        "api": api, "example": format!("{example} {operation}"), "operation": operation, "status": status,
        "media": media, "body": body, "problem": problem,
    });
    println!("{line}");
}

fn main() {
    all();
}
