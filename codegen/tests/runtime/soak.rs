//! Very long walks: what is live after a thousand pages, and after a hundred thousand.

use super::paging::server::{CURSOR, LINK, LIST, List, OFFSET};
use super::petstore;
use crate::runtime::{Answer, Body, BoxFuture, Call, Incoming, Items, ItemsBlocking, Transport};
use allocation_counter::measure;

/// A server with this many pages of two items, which keeps nothing.
#[derive(Clone, Copy, Debug)]
struct Endless(i64);

impl Transport for Endless {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let query = request.uri().query().unwrap_or_default();
        let at = query.split('&').find_map(|pair| pair.strip_prefix("at="));
        let at: i64 = at.map_or(0, |at| at.parse().expect("a number"));
        let (first, second, last) = (2 * at, 2 * at + 1, self.0);
        let body = match at + 1 < last {
            true => format!(
                "{{\"data\":[{{\"id\":{first}}},{{\"id\":{second}}}],\"next\":\"{}\"}}",
                at + 1
            ),
            false => format!("{{\"data\":[{{\"id\":{first}}},{{\"id\":{second}}}]}}"),
        };
        let mut response = http::Response::builder();
        if at + 1 < last {
            response = response.header("link", format!("<?at={}>; rel=next", at + 1));
        }
        let response = response.body(Incoming::full(body)).expect("a response");
        Box::pin(std::future::ready(Ok(response)))
    }
}

/// The same behind offsets of single pages.
#[derive(Clone, Copy, Debug)]
struct Counted(i64);

impl Transport for Counted {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let query = request.uri().query().unwrap_or_default();
        let at = query.split('&').find_map(|pair| pair.strip_prefix("at="));
        let at: i64 = at.map_or(0, |at| at.parse().expect("a number"));
        let ids = (at..(at + 2).min(2 * self.0)).map(|id| format!("{{\"id\":{id}}}"));
        let body = format!("{{\"data\":[{}]}}", ids.collect::<Vec<_>>().join(","));
        let response = http::Response::new(Incoming::full(body));
        Box::pin(std::future::ready(Ok(response)))
    }
}

fn call(transport: impl Transport + Clone + 'static) -> Call {
    let mut builder = petstore::Client::builder().base_url("http://h/api");
    builder.core.transport(transport.clone());
    builder.core.blocking_transport(transport);
    let mut call = builder.build().expect("a client").call(&LIST);
    call.set(1, &2_i64);
    call
}

const FEW: i64 = 1_000;
const MANY: i64 = 100_000;

/// What may be live more after all pages than after the first thousand: the places of a few thousand pages are
/// remembered, so that a circle is noticed at once, and those of the others are not.
const GROWTH: i64 = 64 << 10;

/// Walks; gives what is live after the few pages, and how much more after so many.
fn walk(many: i64, mut next: impl FnMut() -> Option<i64>) -> (i64, i64) {
    let mut expected = 0;
    let mut take = |until: i64| {
        let live = measure(|| {
            while expected < 2 * until {
                assert_eq!(next(), Some(expected));
                expected += 1;
            }
        });
        live.bytes_current
    };
    let few = take(FEW);
    let more = take(many);
    assert_eq!(next(), None);
    (few, more)
}

fn flat(name: &str, many: i64, (few, more): (i64, i64)) {
    println!("{name}: {few} bytes live after {FEW} pages, {more} more after {many}");
    assert!(few < 100 << 10, "{name}: {few} bytes after {FEW} pages");
    assert!(
        more < GROWTH,
        "{name}: {more} more bytes after {many} pages"
    );
}

/// The same walk, awaited and blocking.
macro_rules! soak {
    ($name:literal, $kind:expr, $transport:ident, $pages:expr) => {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.expect("a runtime");
        let mut items = Items::<List<{ $kind }>>::new(call($transport($pages)));
        let walked = walk($pages, || {
            let item = runtime.block_on(items.try_next()).expect("no fault");
            item.map(|item| item["id"].as_i64().expect("an id"))
        });
        flat($name, $pages, walked);
        let mut items = ItemsBlocking::<List<{ $kind }>>::new(call($transport($pages)));
        let walked = walk($pages, || {
            let item = items.next()?.expect("no fault");
            item["id"].as_i64()
        });
        flat(concat!($name, ", blocking"), $pages, walked);
    };
}

#[test]
fn eight_thousand_pages_take_no_more_memory_than_a_thousand() {
    soak!("cursors", CURSOR, Endless, 8_000);
}

#[test]
#[ignore = "takes a minute: `cargo test -p specsmith --test runtime -- --ignored soak --nocapture`"]
fn a_hundred_thousand_pages_take_no_more_memory_than_a_thousand() {
    soak!("cursors", CURSOR, Endless, MANY);
    soak!("links", LINK, Endless, MANY);
    soak!("offsets", OFFSET, Counted, MANY);
}
