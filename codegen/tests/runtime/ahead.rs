//! The next page, fetched while one is used; and links that lead away.

use super::paging::server::{CURSOR, LINK, LIST, List, NEXT_URL, OFFSET};
use super::petstore::{self, Client};
use super::talks::{Talk, Talks};
use crate::runtime::{
    Answer, Body, BoxFuture, Clock, Endpoint, ErrorKind, Incoming, Items, Position, Retry,
    Transport, Value,
};
use serde_json::json;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// A server that answers a request when it is let to.
#[derive(Clone, Debug, Default)]
struct Gate {
    state: Arc<Mutex<Gated>>,
}

#[derive(Debug, Default)]
struct Gated {
    asked: Vec<String>,
    /// How many requests may be answered.
    open: usize,
    polls: usize,
    dropped: usize,
    /// The number of the request that fails.
    fails: Option<usize>,
    now: Duration,
}

/// Counts what is given up.
struct Pending(Gate, bool);

impl Drop for Pending {
    fn drop(&mut self) {
        if !self.1 {
            self.0.state.lock().unwrap().dropped += 1;
        }
    }
}

impl Transport for Gate {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let query = request.uri().query().unwrap_or_default().to_owned();
        let mut state = self.state.lock().unwrap();
        let number = state.asked.len();
        state.asked.push(query.clone());
        let mut pending = Pending(self.clone(), false);
        Box::pin(std::future::poll_fn(move |_| {
            let gate = pending.0.clone();
            let mut state = gate.state.lock().unwrap();
            state.polls += 1;
            if number >= state.open {
                return Poll::Pending;
            }
            pending.1 = true;
            let status = if state.fails == Some(number) {
                500
            } else {
                200
            };
            let response = http::Response::builder().status(status);
            Poll::Ready(Ok(response.body(Incoming::full(page(&query))).unwrap()))
        }))
    }
}

impl Clock for Gate {
    fn now(&self) -> Duration {
        self.state.lock().unwrap().now
    }

    fn since_epoch(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        let gate = self.clone();
        let end = self.now() + time;
        Box::pin(std::future::poll_fn(move |_| match gate.now() >= end {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }))
    }

    fn random(&self) -> u64 {
        0
    }
}

/// Three items a page, eight in all.
fn page(query: &str) -> String {
    let at = query.split('&').find_map(|pair| pair.strip_prefix("at="));
    let at: i64 = at.map_or(0, |at| at.parse().unwrap());
    let items = (at..(at + 3).min(8)).map(|id| json!({"id": id}));
    json!({"data": items.collect::<Vec<_>>()}).to_string()
}

impl Gate {
    fn items(&self) -> Items<List<OFFSET>> {
        let mut builder = Client::builder()
            .base_url("http://h/api")
            .transport(self.clone());
        builder.core.clock(self.clone());
        builder.core.retry(Retry::never());
        Items::new(builder.build().unwrap().call(&LIST))
    }

    /// From now on so many requests are answered.
    fn open(&self, requests: usize) {
        self.state.lock().unwrap().open = requests;
    }

    fn asked(&self) -> usize {
        self.state.lock().unwrap().asked.len()
    }
}

type Polled = Option<Result<Option<i64>, ErrorKind>>;

/// What there is at once; `None` if there must be waited.
fn poll(items: &mut Items<List<OFFSET>>) -> Polled {
    let next = std::pin::pin!(items.try_next());
    match next.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Pending => None,
        Poll::Ready(Ok(item)) => Some(Ok(item.map(|item: Value| item["id"].as_i64().unwrap()))),
        Poll::Ready(Err(error)) => Some(Err(error.kind())),
    }
}

const fn item(id: i64) -> Polled {
    Some(Ok(Some(id)))
}

#[test]
fn one_page_is_fetched_ahead_and_only_when_a_page_is_in_use() {
    let gate = Gate::default();
    let mut items = gate.items();
    assert_eq!(
        (poll(&mut items), gate.asked()),
        (None, 1),
        "the first page"
    );
    gate.open(1);
    assert_eq!(
        (poll(&mut items), gate.asked()),
        (item(0), 1),
        "not at the first item"
    );
    assert_eq!((poll(&mut items), gate.asked()), (item(1), 2));
    let polls = gate.state.lock().unwrap().polls;
    assert_eq!((poll(&mut items), gate.asked()), (item(2), 2));
    assert_eq!(
        gate.state.lock().unwrap().polls,
        polls + 1,
        "it is looked after"
    );
    assert_eq!(
        (poll(&mut items), gate.asked()),
        (None, 2),
        "there is none yet"
    );
    gate.open(9);
    let rest: Vec<Polled> = (0..7).map(|_| poll(&mut items)).collect();
    let end = Some(Ok(None));
    assert_eq!(
        rest,
        [item(3), item(4), item(5), item(6), item(7), end, end]
    );
    assert_eq!(gate.asked(), 3, "none after the end");
    assert_eq!(gate.state.lock().unwrap().dropped, 0);
}

#[test]
fn a_page_that_was_there_early_waits_and_none_is_asked_for_beyond_it() {
    let gate = Gate::default();
    gate.open(9);
    let mut items = gate.items();
    let asked: Vec<usize> = (0..8)
        .map(|id| {
            assert_eq!(poll(&mut items), item(id));
            gate.asked()
        })
        .collect();
    assert_eq!(asked, [1, 2, 2, 2, 3, 3, 3, 3]);
}

#[test]
fn an_error_of_the_next_page_comes_after_the_items() {
    let gate = Gate::default();
    gate.open(9);
    gate.state.lock().unwrap().fails = Some(1);
    let mut items = gate.items();
    let got: Vec<Polled> = (0..5).map(|_| poll(&mut items)).collect();
    let error = Some(Err(ErrorKind::Api));
    // And then the same page is asked for again.
    assert_eq!(got, [item(0), item(1), item(2), error, item(3)]);
    let asked = gate.state.lock().unwrap().asked.clone();
    assert_eq!(asked, ["limit=3", "at=3&limit=3", "at=3&limit=3"]);
}

#[test]
fn a_stream_that_is_dropped_gives_up_the_next_page() {
    let gate = Gate::default();
    gate.open(1);
    let mut items = gate.items();
    assert_eq!((poll(&mut items), poll(&mut items)), (item(0), item(1)));
    assert_eq!((gate.asked(), gate.state.lock().unwrap().dropped), (2, 0));
    drop(items);
    assert_eq!(gate.state.lock().unwrap().dropped, 1);
}

#[test]
fn a_page_whose_time_ran_out_while_nobody_looked_is_asked_for_again() {
    let gate = Gate::default();
    gate.open(1);
    let mut items = gate.items();
    assert_eq!((poll(&mut items), poll(&mut items)), (item(0), item(1)));
    // Somebody uses an item for an hour.
    gate.state.lock().unwrap().now += Duration::from_secs(3600);
    assert_eq!(poll(&mut items), item(2));
    assert_eq!(poll(&mut items), None);
    assert_eq!(gate.asked(), 3);
    // Now somebody waits, and it takes too long.
    gate.state.lock().unwrap().now += Duration::from_secs(3600);
    assert_eq!(poll(&mut items), Some(Err(ErrorKind::Timeout)));
    gate.open(9);
    assert_eq!(poll(&mut items), item(3));
}

#[test]
fn a_position_is_exact_whatever_is_on_its_way() {
    for stop in 0..8 {
        for open in [stop / 3 + 1, 9] {
            let gate = Gate::default();
            gate.open(usize::try_from(open).unwrap());
            let mut items = gate.items();
            for id in 0..stop {
                assert_eq!(poll(&mut items), item(id));
            }
            let kept: Position = items.position().unwrap().to_string().parse().unwrap();
            let again = Gate::default();
            again.open(9);
            let mut rest = again.items().at(&kept);
            for id in stop..8 {
                assert_eq!(poll(&mut rest), item(id), "after {stop}");
            }
            assert_eq!(poll(&mut rest), Some(Ok(None)));
        }
    }
}

static SECURED: Endpoint = Endpoint {
    id: "list",
    method: "GET",
    path: LIST.path,
    parameters: LIST.parameters,
    accept: "",
    security: &[&[0, 1]],
    api: petstore::API_REF,
    servers: None,
};

#[tokio::test]
async fn a_link_to_another_place_is_not_followed_and_nothing_is_sent_there() {
    let away = [
        "http://evil.example/api/list?at=1",
        "http://h.evil.example/api/list",
        "http://h:81/api/list",
        "https://h:8443/api/list",
        "//evil.example/api/list",
        "http://h@evil.example/",
        "\\\\evil.example/x",
    ];
    for link in away {
        let body = json!({"data": [{"id": 0}], "_links": {"next": {"href": link}}}).to_string();
        let talks = Talks::new([Talk::ok(body.clone()), Talk::ok("{}")]);
        let mut items = Items::<List<NEXT_URL>>::new(talks.client().call(&SECURED));
        assert!(items.try_next().await.expect("an item").is_some());
        let outcome = items.try_next().await;
        check(link, outcome, &talks);
        let header = Talk::ok(body).header("link", format!("<{link}>; rel=next"));
        let talks = Talks::new([header, Talk::ok("{}")]);
        let mut items = Items::<List<LINK>>::new(talks.client().call(&SECURED));
        assert!(items.try_next().await.expect("an item").is_some());
        let outcome = items.try_next().await;
        check(link, outcome, &talks);
    }
}

/// Nothing went anywhere but to the server itself.
fn check<T, E>(link: &str, outcome: Result<T, crate::runtime::Error<E>>, talks: &Talks) {
    let asked: Vec<String> = (talks.requests().iter())
        .map(|request| request.uri().host().unwrap_or_default().to_owned())
        .collect();
    assert!(asked.iter().all(|host| host == "h"), "{link}: {asked:?}");
    let error = outcome.err().expect(link);
    assert_eq!(error.kind(), ErrorKind::Paging, "{link}");
    assert_eq!(asked.len(), 1, "{link}");
}

#[tokio::test]
async fn a_page_that_is_redirected_to_another_host_goes_without_credentials() {
    let first = Talk::ok(json!({"data": [{"id": 0}], "next": "b"}).to_string());
    let moved = Talk::ok("")
        .status(302)
        .header("location", "http://other.example/list?at=b");
    let second = Talk::ok(json!({"data": [{"id": 1}], "next": "c"}).to_string());
    let third = Talk::ok(json!({"data": [{"id": 2}]}).to_string());
    let talks = Talks::new([first, moved, second, third]);
    let mut items = Items::<List<CURSOR>>::new(talks.client().call(&SECURED));
    let mut count = 0;
    while items.try_next().await.expect("an item").is_some() {
        count += 1;
    }
    assert_eq!(count, 3);
    assert_eq!(talks.sent("x-key"), ["k", "k", "", "k"]);
    let hosts: Vec<String> = (talks.requests().iter())
        .map(|request| request.uri().host().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(hosts, ["h", "h", "other.example", "h"]);
}
