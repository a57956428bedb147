//! Lists whose items are decoded while the body arrives.

use super::petstore::{self, Client, Credentials};
use crate::runtime::json::{self, Value};
use crate::runtime::{
    Answer, Body, BoxFuture, Call, Decoded, Endpoint, ErrorKind, Incoming, ItemStream, Operation,
    Reply, Source, Stage, Transport, TransportError,
};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

static LIST_THINGS: Endpoint = Endpoint {
    id: "listThings",
    method: "GET",
    path: "/things",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

struct ListThings {
    call: Call,
}

crate::runtime::listed!(ListThings, Value, ListThingsError, ["page", "data"]);

#[derive(Debug)]
struct ListThingsError;

impl Operation for ListThings {
    type Output = Value;
    type Failure = ListThingsError;

    fn output(reply: &Reply) -> Option<Decoded<Value>> {
        (reply.status() == 200).then(|| reply.json())
    }
}

impl crate::runtime::Failure for ListThingsError {
    fn read(_: &Reply) -> Self {
        Self
    }
}

/// A server that gives a body in pieces, and counts them.
#[derive(Clone, Debug)]
struct Pieces {
    status: u16,
    first: Bytes,
    repeated: Bytes,
    times: usize,
    last: Bytes,
    size: usize,
    broken: bool,
    given: Arc<AtomicUsize>,
}

impl Pieces {
    fn of(body: impl Into<Bytes>, size: usize) -> Self {
        Pieces {
            status: 200,
            first: body.into(),
            repeated: Bytes::new(),
            times: 0,
            last: Bytes::new(),
            size,
            broken: false,
            given: Arc::default(),
        }
    }

    fn things(self) -> ListThings {
        let builder = Client::builder()
            .base_url("http://h")
            .credentials(Credentials::new("k", "t"));
        let mut builder = builder.transport(self.clone());
        builder.core.blocking_transport(self);
        builder.core.max_response_bytes(200_000);
        let client = builder.build().expect("a client");
        ListThings {
            call: client.call(&LIST_THINGS),
        }
    }
}

impl Transport for Pieces {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let response = http::Response::builder().status(self.status);
        let response = response
            .body(Incoming::new(self.clone()))
            .expect("a response");
        Box::pin(std::future::ready(Ok(response)))
    }
}

impl Source for Pieces {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        if self.first.is_empty() && self.times > 0 {
            self.times -= 1;
            self.first = self.repeated.clone();
        }
        if self.first.is_empty() {
            self.first = std::mem::take(&mut self.last);
        }
        let piece = self.first.split_to(self.size.min(self.first.len()));
        self.given.fetch_add(piece.len(), Ordering::Relaxed);
        Box::pin(std::future::ready(match piece.is_empty() {
            false => Ok(Some(piece)),
            true if self.broken => Err(TransportError::new(Stage::Exchange, "gone")),
            true => Ok(None),
        }))
    }
}

/// All items, and how it ended.
async fn all<T: crate::runtime::Wire, E>(
    mut items: ItemStream<T, E>,
) -> (Vec<T>, Result<(), crate::runtime::Error<E>>) {
    let mut out = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(item)) => out.push(item),
            Ok(None) => return (out, Ok(())),
            Err(error) => return (out, Err(error)),
        }
    }
}

const LIST: &str = "\u{feff} [ 1 , -2.5e3,true, null ,\"]\\\"[\\\\\" , {\"a\":[{\"b\":\"}\"}] , \"ü\":\"日\"},[ ], [[3]] ] \n";

#[tokio::test]
async fn items_are_the_same_however_the_body_is_cut() {
    let whole: Vec<Value> = json::from_str(LIST).expect("a list");
    let nested = LIST.trim_start_matches('\u{feff}');
    let nested = format!(
        "{{\"dat\\u0061\":{{\"data\":[0]}}, \"x\" : -1.5 ,\"page\":{{ \"n\":null,\"data\" : {nested},\"z\":[\"]}}\"]}},\"y\":\"}}\"}}"
    );
    for size in [1, 2, 3, 5, 7, 64, 1000] {
        let call = Pieces::of(LIST, size).things().call;
        let (items, end) = all(call.stream_items::<ListThings, Value>(&[])).await;
        end.expect("a list");
        assert_eq!(items, whole, "cut at {size}");
        let (items, end) = all(Pieces::of(nested.clone(), size).things().stream_items()).await;
        end.expect("a list");
        assert_eq!(items, whole, "nested, cut at {size}");
    }
}

#[tokio::test]
async fn a_list_that_is_not_there_has_no_items() {
    for body in [
        "{}",
        "{\"page\":null}",
        "{\"page\":{\"data\":null},\"x\":[1]}",
        "{\"page\":{\"data\":[]}}",
    ] {
        for size in [1, 100] {
            let (items, end) = all(Pieces::of(body, size).things().stream_items()).await;
            end.unwrap_or_else(|error| panic!("{body}: {error}"));
            assert!(items.is_empty());
        }
    }
}

/// 50 MB of items go through a few kilobytes, each item as soon as its last byte is there.
#[tokio::test]
async fn a_long_list_is_read_in_constant_memory() {
    let item = format!("{{\"id\":7,\"text\":\"{}\"}},", "x".repeat(2000));
    let times = 50_000_000 / item.len();
    let mut server = Pieces::of("{\"page\":{\"data\":[", 16_384);
    server.repeated = Bytes::from(item.clone());
    server.times = times;
    server.last = Bytes::from("{\"id\":8}]}}");
    let given = Arc::clone(&server.given);
    let mut items = server.things().stream_items();
    let mut count = 0;
    while let Some(item_read) = items.try_next().await.expect("an item") {
        count += 1;
        let needed = 17 + count * item.len();
        assert!(
            given.load(Ordering::Relaxed) <= needed,
            "item {count} came late"
        );
        let debug = format!("{items:?}");
        let held = debug
            .split(|c: char| !c.is_ascii_digit())
            .find_map(|n| n.parse::<usize>().ok());
        assert!(held.expect("a number") < 40_000, "{debug}");
        drop(item_read);
    }
    assert_eq!(count, times + 1);
}

#[tokio::test]
async fn errors_tell_the_place_in_the_body() {
    type Thing = BTreeMap<String, i64>;
    let cases = [
        (
            "{\"page\":{\"data\":[{\"id\":1},{\"id\":\"x\"}]}}",
            1,
            "expected i64 at $.page.data[1].id (byte 32), found `\"x\"}`",
        ),
        (
            "{\"page\":{\"data\":{}}}",
            0,
            "expected an array at $.page.data (byte 16), found `{}}}`",
        ),
        (
            "{\"page\":[]}",
            0,
            "expected an object at $.page (byte 8), found `[]}`",
        ),
        (
            "{\"page\":{\"data\":[{\"id\":1}",
            1,
            "expected `,` or `]` at $.page.data[1] (byte 25), found the end",
        ),
        (
            "{\"page\":{\"data\":[{\"id\":1}]}",
            1,
            "expected more of a value at $ (byte 27), found the end",
        ),
        (
            "{\"page\":{\"data\":[{\"id\":1}]}} 5",
            1,
            "expected the end of the document at $ (byte 29), found `5`",
        ),
        ("{\"page\":{\"data\":[{\"id\":1},]}}", 1, "found the end"),
        (
            "{\"a\":\"\" \"page\":{}}",
            0,
            "expected `,` or `}` at $ (byte 8), found `\"page\":{}}`",
        ),
        (
            "{,\"page\":{}}",
            0,
            "expected a key in quotes at $ (byte 1), found `,\"page\":{}}`",
        ),
        (
            "{\"a\":\"\",}",
            0,
            "expected a key in quotes at $ (byte 8), found `}`",
        ),
        ("", 0, "expected a value at $ (byte 0), found the end"),
    ];
    for (body, before, message) in cases {
        for size in [1, 1000] {
            let things = Pieces::of(body, size).things();
            let stream = things
                .call
                .stream_items::<ListThings, Thing>(&["page", "data"]);
            let (items, end) = all(stream).await;
            let error = end.expect_err(body);
            assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
            assert_eq!(items.len(), before, "{body}");
            // What is quoted depends on how much has come; the place does not.
            let place = message.split(", found").next().unwrap_or(message);
            let said = error.to_string();
            assert!(
                said.contains(if size == 1 { place } else { message })
                    || message == "found the end",
                "{body}: {said}"
            );
        }
    }
}

#[tokio::test]
async fn what_is_too_large_breaks_off_or_is_an_error_of_the_server_is_one_here() {
    let item = format!("{{\"page\":{{\"data\":[1,\"{}\"]}}}}", "x".repeat(300_000));
    let (items, end) = all(Pieces::of(item, 10_000).things().stream_items()).await;
    assert_eq!(items.len(), 1);
    assert!(
        end.expect_err("too large")
            .to_string()
            .contains("larger than 200000 bytes")
    );

    let mut broken = Pieces::of("{\"page\":{\"data\":[1,2", 4);
    broken.broken = true;
    let mut items = broken.things().stream_items();
    assert!(items.try_next().await.expect("an item").is_some());
    let error = items.try_next().await.expect_err("it broke off");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(items.try_next().await.expect("the end").is_none());

    let mut missing = Pieces::of("{\"message\":\"no such thing\"}", 4);
    missing.status = 404;
    let (_, end) = all(missing.things().stream_items()).await;
    let error = end.expect_err("a failure");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.to_string().contains("no such thing"));
}

#[test]
fn blocking_code_iterates() {
    let things = Pieces::of("{\"page\":{\"data\":[1,2,3]}}", 4).things();
    let items: Result<Vec<Value>, _> = things.stream_items_blocking().collect();
    assert_eq!(items.expect("items"), [1, 2, 3].map(Value::from));
}
