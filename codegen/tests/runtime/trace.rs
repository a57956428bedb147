//! Spans, as a subscriber sees them.

use super::resilience::{setup, setup_with};
use crate::runtime::{Retry, Scripted, Stage, Tracing};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use tracing::callsite::Identifier;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Metadata, Subscriber};

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

/// Keeps every span of a client.
#[derive(Clone, Default)]
struct Collector(Arc<Mutex<Collected>>);

#[derive(Default)]
struct Collected {
    spans: Vec<Kept>,
    entered: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
struct Kept {
    name: &'static str,
    site: Option<Identifier>,
    parent: Option<usize>,
    fields: BTreeMap<&'static str, String>,
}

impl Visit for Kept {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name(), value.to_owned());
    }
}

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().contains("runtime::trace")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut state = self.0.lock().unwrap();
        let mut span = Kept {
            name: attributes.metadata().name(),
            site: Some(attributes.metadata().callsite()),
            parent: state.entered.last().copied(),
            ..Kept::default()
        };
        attributes.record(&mut span);
        state.spans.push(span);
        Id::from_u64(state.spans.len() as u64)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        values.record(&mut self.0.lock().unwrap().spans[id.into_u64() as usize - 1]);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, id: &Id) {
        self.0
            .lock()
            .unwrap()
            .entered
            .push(id.into_u64() as usize - 1);
    }

    fn exit(&self, _: &Id) {
        self.0.lock().unwrap().entered.pop();
    }
}

impl Collector {
    /// A collector for this thread, for as long as the guard is there.
    fn begin() -> (Self, DefaultGuard) {
        let collector = Collector::default();
        let guard = tracing::subscriber::set_default(collector.clone());
        (collector, guard)
    }

    fn spans(&self) -> Vec<Kept> {
        self.0.lock().unwrap().spans.clone()
    }
}

impl Kept {
    fn says(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

#[tokio::test]
async fn a_call_and_its_attempts_are_spans_with_the_names_of_opentelemetry() {
    let (collector, _guard) = Collector::begin();
    let setup = setup(Scripted::new().reply(503, "").reply(200, REX));
    setup.client.get_pet("7").send().await.unwrap();
    let spans = collector.spans();
    let names: Vec<_> = spans.iter().map(|span| (span.name, span.parent)).collect();
    assert_eq!(
        names,
        [("call", None), ("attempt", Some(0)), ("attempt", Some(0))]
    );
    let call = [
        ("http.response.status_code", "200"),
        ("otel.kind", "internal"),
        ("otel.name", "getPet"),
    ];
    assert_eq!(
        spans[0].fields,
        call.map(|(name, value)| (name, value.to_owned())).into()
    );
    let attempt = [
        ("error.type", "503"),
        ("http.request.method", "GET"),
        ("http.response.status_code", "503"),
        ("otel.kind", "client"),
        ("otel.name", "GET /pets/{petId}"),
        ("server.address", "h"),
        ("server.port", "80"),
        ("url.full", "http://h/pets/7"),
        ("url.template", "/pets/{petId}"),
    ];
    assert_eq!(
        spans[1].fields,
        attempt.map(|(name, value)| (name, value.to_owned())).into()
    );
    assert_eq!(spans[2].says("http.request.resend_count"), Some("1"));
    assert_eq!(spans[2].says("http.response.status_code"), Some("200"));
    assert_eq!(spans[2].says("error.type"), None);
}

#[tokio::test]
async fn what_failed_is_told_by_its_kind() {
    let (collector, _guard) = Collector::begin();
    let setup = setup_with(Scripted::new().fail(Stage::Exchange), |core| {
        core.retry(Retry::never());
    });
    setup.client.get_pet("7").send().await.unwrap_err();
    let timed = setup_with(Scripted::new(), |core| {
        core.transport(super::resilience::Silent::default());
        core.retry(Retry::never());
    });
    timed.client.get_pet("7").send().await.unwrap_err();
    setup.client.get_pet("").send().await.unwrap_err();
    let spans = collector.spans();
    let kinds: Vec<_> = spans
        .iter()
        .map(|span| span.says("error.type").unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["transport", "transport", "timeout", "timeout", "request"]
    );
}

#[tokio::test]
async fn no_secret_is_told_and_nothing_else_that_is_not_listed() {
    let (collector, _guard) = Collector::begin();
    let response = http::Response::builder()
        .header("x-request-id", "r-1")
        .header("set-cookie", "s3cret")
        .body(REX.into())
        .unwrap();
    let script = Scripted::new().respond(response.clone()).respond(response);
    let send = async |tracing: Tracing| {
        let setup = setup_with(script.clone(), |core| {
            core.secrets(
                crate::runtime::Secrets::new(&super::petstore::API)
                    .with(3, crate::runtime::Secret::token("s3cret")),
            );
            core.tracing(tracing);
        });
        let call = setup.client.get_pet("7").customize(|call| {
            call.query("filter", "s3cret");
            call.query("limit", "10");
            call.header("x-mine", "s3cret");
            call.header("x-batch", "b-1");
        });
        call.send().await.unwrap();
    };
    send(Tracing::new()).await;
    // Credentials are never told, listed or not.
    let listed = Tracing::new().with_query(["limit"]).with_headers([
        "X-Batch",
        "X-Request-Id",
        "x-key",
        "accept",
    ]);
    send(listed).await;
    let spans = collector.spans();
    assert!(!format!("{spans:?}").contains("s3cret"), "{spans:?}");
    assert_eq!(
        spans[1].says("url.full"),
        Some("http://h/pets/7?filter=REDACTED&limit=REDACTED&api%20key=REDACTED")
    );
    let telling = |span: &Kept| span.fields.keys().any(|name| name.contains(".header."));
    assert!(!telling(&spans[1]), "{spans:?}");
    assert_eq!(
        spans[3].says("url.full"),
        Some("http://h/pets/7?filter=REDACTED&limit=10&api%20key=REDACTED")
    );
    let told = [
        ("http.request.header.x-batch", Some("b-1")),
        (
            "http.request.header.accept",
            Some("application/json, application/problem+json"),
        ),
        ("http.request.header.x-request-id", None),
        ("http.response.header.x-request-id", Some("r-1")),
        ("http.response.header.x-batch", None),
    ];
    for (name, value) in told {
        assert_eq!(spans[3].says(name), value, "{name}");
    }
}

#[tokio::test]
async fn credentials_in_headers_are_not_told_even_if_they_are_listed() {
    let (collector, _guard) = Collector::begin();
    let setup = setup_with(Scripted::new().reply(200, REX), |core| {
        core.tracing(Tracing::new().with_headers(["x-key", "x-token"]));
    });
    setup.client.get_pet("7").send().await.unwrap();
    let sent = &setup.script.requests()[0];
    assert!(sent.headers().contains_key("x-key"));
    let spans = collector.spans();
    let told = spans[1].fields.keys();
    assert_eq!(told.filter(|name| name.contains(".header.")).count(), 0);
}

#[tokio::test]
async fn each_header_has_a_field_of_its_own_and_clients_with_the_same_list_share_them() {
    let (collector, _guard) = Collector::begin();
    let call = async |headers: &[&str]| {
        let response = http::Response::builder()
            .header("x-more", "a")
            .header("x-more", "b")
            .body(REX.into())
            .unwrap();
        let setup = setup_with(Scripted::new().respond(response), |core| {
            core.tracing(Tracing::new().with_headers(headers.iter().copied()));
        });
        setup.client.get_pet("7").send().await.unwrap();
        let spans = collector.spans();
        spans.last().cloned().unwrap()
    };
    let span = call(&["X-More", "no header", "x-other"]).await;
    assert_eq!(span.says("http.response.header.x-more"), Some("a, b"));
    let same = call(&["x-other", "x-more", "x-more"]).await;
    assert_eq!(same.site, span.site);
    assert_eq!(same.says("http.response.header.x-more"), Some("a, b"));
    let other = call(&["x-other"]).await;
    assert_ne!(other.site, span.site);
    assert_eq!(other.says("http.response.header.x-more"), None);
    assert_eq!(other.says("http.response.status_code"), Some("200"));
}

#[tokio::test]
async fn what_nobody_listens_to_is_no_span() {
    let (collector, guard) = Collector::begin();
    let setup = setup(Scripted::new().reply(200, REX).reply(200, REX));
    setup.client.get_pet("7").send().await.unwrap();
    assert_eq!(collector.spans().len(), 2);
    drop(guard);
    setup.client.get_pet("7").send().await.unwrap();
    assert_eq!(collector.spans().len(), 2);
}

#[test]
fn a_traceparent_is_sent_from_within_the_span() {
    let (collector, _guard) = Collector::begin();
    let sees = collector.clone();
    let setup = setup_with(Scripted::new().reply(503, "").reply(200, REX), |core| {
        core.tracing(Tracing::new().with_traceparent(move || {
            let entered = sees.0.lock().unwrap().entered.last().copied()?;
            Some(format!(
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b{entered}-01"
            ))
        }));
    });
    setup.client.get_pet("7").send_blocking().unwrap();
    let requests = setup.script.requests();
    let sent: Vec<_> = requests
        .iter()
        .map(|one| one.headers()["traceparent"].to_str().unwrap())
        .collect();
    assert_eq!(
        sent,
        [
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b1-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b2-01",
        ]
    );
    assert_eq!(collector.spans().len(), 3, "blocking calls have spans too");
}

#[tokio::test]
async fn nothing_of_a_trace_follows_a_redirect_and_no_bare_query_is_told() {
    let (collector, _guard) = Collector::begin();
    let moved = |to| super::resilience::with_header(302, "location", to);
    let script = Scripted::new()
        .respond(moved("/there?s3cret"))
        .respond(moved("http://other.example/there"))
        .reply(200, REX);
    let setup = setup_with(script, |core| {
        core.header("authorization".into(), "s3cret".into());
        let tracing = Tracing::new().with_headers(["authorization", "cookie"]);
        core.tracing(tracing.with_traceparent(|| Some("00-1-2-01".into())));
    });
    let call = setup.client.get_pet("7");
    let call = call.customize(|call| call.header("cookie", "s3cret"));
    call.send().await.unwrap();
    let requests = setup.script.requests();
    let sent = requests.iter();
    let sent: Vec<_> = sent
        .map(|one| one.headers().contains_key("traceparent"))
        .collect();
    assert_eq!(sent, [true, true, false]);
    let spans = collector.spans();
    assert!(!format!("{spans:?}").contains("s3cret"), "{spans:?}");
    assert_eq!(spans[2].says("url.full"), Some("http://h/there?REDACTED"));
}
