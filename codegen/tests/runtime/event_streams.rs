//! Server-sent events, over connections that end anywhere.

use super::petstore;
use super::talks::{Talk, Talks};
use crate::runtime::json::Value;
use crate::runtime::{
    Call, Decoded, Endpoint, Error, ErrorKind, Event, EventForm, EventStream, Operation, Reply,
    Retry, Undocumented, Wire,
};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener};
use std::time::Duration;

static GET_EVENTS: Endpoint = Endpoint {
    id: "getEvents",
    method: "GET",
    path: "/events",
    parameters: &[],
    accept: "text/event-stream",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

static ASK: Endpoint = Endpoint {
    id: "ask",
    method: "POST",
    path: "/ask",
    parameters: &[],
    accept: "application/json, text/event-stream",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

struct GetEvents {
    call: Call,
}

crate::runtime::evented!(GetEvents, String, Undocumented, Text, "text/event-stream");

impl Operation for GetEvents {
    type Output = String;
    type Failure = Undocumented;

    fn output(reply: &Reply) -> Option<Decoded<String>> {
        (reply.status() == 200).then(|| reply.text())
    }
}

fn events(talks: &Talks) -> EventStream<String, Undocumented> {
    let call = talks.client().call(&GET_EVENTS);
    GetEvents { call }.stream_events()
}

/// All events, and how it ended.
async fn all<T: Wire, E>(stream: &mut EventStream<T, E>) -> (Vec<Event<T>>, Result<(), Error<E>>) {
    let mut out = Vec::new();
    loop {
        match stream.try_next().await {
            Ok(Some(event)) => out.push(event),
            Ok(None) => return (out, Ok(())),
            Err(error) => return (out, Err(error)),
        }
    }
}

/// The data of the events of a body that ends as it should.
async fn data(body: &'static str) -> Vec<String> {
    let (got, end) = all(&mut events(&Talks::new([Talk::ok(body)]))).await;
    end.expect("an end");
    got.into_iter().map(|event| event.data).collect()
}

/// Kind, identity and data of each event.
fn told<T: Clone>(events: &[Event<T>]) -> Vec<(&str, &str, T)> {
    let told = events
        .iter()
        .map(|event| (&*event.event, &*event.id, event.data.clone()));
    told.collect()
}

#[tokio::test]
async fn events_are_the_same_however_the_body_is_cut() {
    let lines = [
        "\u{feff}: a comment",
        "event: added",
        "id: 1",
        "data: ü one",
        "data:two",
        "",
        "data",
        "",
        "id: 2",
        "event: nothing",
        "",
        "data:  three",
        "unknown: field",
        "",
        "id",
        "data: 日",
        "",
        "data: never complete",
    ];
    let expected = [
        ("added", "1", "ü one\ntwo".to_owned()),
        ("message", "1", String::new()),
        ("message", "2", " three".to_owned()),
        ("message", "", "日".to_owned()),
    ];
    for end in ["\n", "\r", "\r\n"] {
        let body = lines.join(end);
        for at in 0..=body.len() {
            let talks = Talks::new([Talk::ok(body.clone()).cut_at(at)]);
            let (got, end) = all(&mut events(&talks)).await;
            end.expect("an end");
            assert_eq!(told(&got), expected, "cut at {at}");
        }
        let talks = Talks::new([Talk::ok(body).in_chunks(1)]);
        assert_eq!(told(&all(&mut events(&talks)).await.0), expected);
    }
}

#[tokio::test]
async fn the_examples_of_the_standard_give_what_it_says() {
    let body = "data: YHOO\ndata: +2\ndata: 10\n\n";
    assert_eq!(data(body).await, ["YHOO\n+2\n10"]);
    assert_eq!(data("data\n\ndata\ndata\n\ndata:").await, ["", "\n"]);
    assert_eq!(data("data:test\n\ndata: test\n\n").await, ["test", "test"]);
    assert_eq!(data("\u{feff}\u{feff}data:1\n\ndata:2\n\n").await, ["2"]);
    // An identity with NUL and a time that is none are passed over.
    let talks = Talks::new([Talk::ok("id:a\0b\nretry: soon\nretry:\ndata:\n\n")]);
    let mut stream = events(&talks);
    assert_eq!(
        told(&all(&mut stream).await.0),
        [("message", "", String::new())]
    );
    // What is no UTF-8 is replaced.
    let talks = Talks::new([Talk::ok(&b"data: \xe2\x82\n\n"[..])]);
    assert_eq!(all(&mut events(&talks)).await.0[0].data, "\u{fffd}");
}

#[tokio::test]
async fn a_broken_connection_goes_on_after_the_last_event() {
    let talks = Talks::new([
        Talk::ok("id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: lo").broken(),
        Talk::ok("retry: 1234\n").broken(),
        Talk::ok("id: 3\ndata: c\n\n").broken(),
        Talk::ok("data: d\n\n"),
    ]);
    let mut stream = events(&talks);
    let (got, end) = all(&mut stream).await;
    end.expect("an end");
    let data: Vec<&str> = got.iter().map(|event| &*event.data).collect();
    assert_eq!(data, ["a", "b", "c", "d"]);
    assert_eq!(talks.sent("last-event-id"), ["", "2", "2", "3"]);
    // The first pause is that of the retry policy, then the server says how long.
    let millis = talks
        .pauses()
        .iter()
        .map(Duration::as_millis)
        .collect::<Vec<_>>();
    assert_eq!(millis, [500, 1234, 1234]);
    assert_eq!(stream.last_event_id(), "3");
}

#[tokio::test]
async fn no_server_makes_a_stream_wait_longer_than_the_policy_does() {
    for asked in ["86400000", "18446744073709551615", "20000"] {
        let first = format!("retry: {asked}\nid: 1\ndata: a\n\n");
        let talks = Talks::new([Talk::ok(first).broken(), Talk::ok("data: b\n\n")]);
        let (got, end) = all(&mut events(&talks)).await;
        end.expect("an end");
        assert_eq!(got.len(), 2, "{asked}");
        assert_eq!(talks.pauses(), [Duration::from_secs(20)], "{asked}");
    }
    let talks = Talks::new([
        Talk::ok("retry: 5000\nid: 1\ndata: a\n\n").broken(),
        Talk::ok("data: b\n\n"),
    ]);
    let mut call = talks.client().call(&GET_EVENTS);
    call.retry(Retry::default().with_longest(Duration::from_secs(3)));
    let (got, _) = all(&mut GetEvents { call }.stream_events()).await;
    assert_eq!(got.len(), 2);
    assert_eq!(talks.pauses(), [Duration::from_secs(3)]);
}

#[tokio::test]
async fn connections_that_bring_nothing_are_made_as_often_as_the_policy_says() {
    let empty = || Talk::ok(": nothing\n\n").broken();
    let talks = Talks::new([
        Talk::ok("id:1\ndata:a\n\n").broken(),
        empty(),
        empty(),
        empty(),
    ]);
    let (got, end) = all(&mut events(&talks)).await;
    assert_eq!(got.len(), 1);
    let error = end.expect_err("it broke");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(talks.requests().len(), 3, "two tries more");
    // Nothing was lost yet.
    let talks = Talks::new([empty(), Talk::ok("data:a\n\n")]);
    assert_eq!(all(&mut events(&talks)).await.0.len(), 1);
}

#[tokio::test]
async fn what_would_lose_or_double_events_is_an_error() {
    let first = || Talk::ok("data: a\n\n").broken();
    let talks = Talks::new([first(), Talk::ok("data: a\n\ndata: b\n\n")]);
    let (got, end) = all(&mut events(&talks)).await;
    assert_eq!((got.len(), talks.requests().len()), (1, 1));
    assert_eq!(end.expect_err("it broke").kind(), ErrorKind::Transport);
    // A request that may not be repeated is not.
    let talks = Talks::new([Talk::ok("id: 1\ndata: a\n\n").broken(), Talk::ok("")]);
    let call = talks.client().call(&ASK);
    let stream = call.stream_events::<GetEvents, String>(EventForm::Text, "text/event-stream");
    let (_, end) = all(&mut stream.endless()).await;
    assert!(end.is_err());
    assert_eq!(talks.sent("accept"), ["text/event-stream"]);
    // Nor one for which the caller wants no tries.
    let talks = Talks::new([Talk::ok("id: 1\ndata: a\n\n").broken(), Talk::ok("")]);
    let mut call = talks.client().call(&GET_EVENTS);
    call.retry(Retry::never());
    assert!(
        all(&mut GetEvents { call }.stream_events())
            .await
            .1
            .is_err()
    );
}

#[tokio::test]
async fn an_endless_stream_ends_with_204_or_when_nothing_more_comes() {
    let more = |body: &'static str| Talk::ok(body).header("content-type", "text/event-stream");
    let talks = Talks::new([
        more("data: a\n\n"),
        more("data: b\n\n"),
        Talk::ok("").status(204),
    ]);
    let (got, end) = all(&mut events(&talks).endless()).await;
    end.expect("an end");
    assert_eq!((got.len(), talks.requests().len()), (2, 3));
    let talks = Talks::new([more("data: a\n\n"), more(""), more(""), more("data: b\n\n")]);
    let (got, end) = all(&mut events(&talks).endless()).await;
    end.expect("an end");
    assert_eq!((got.len(), talks.requests().len()), (1, 3));
    // Others end where the server ends them.
    let talks = Talks::new([more("id: 1\ndata: a\n\n"), more("data: b\n\n")]);
    assert_eq!(all(&mut events(&talks)).await.0.len(), 1);
}

type Row = BTreeMap<String, i64>;

#[tokio::test]
async fn data_may_be_json_and_what_is_wrong_is_told_by_number() {
    let body = "data: {\"n\":\ndata: 1}\n\ndata: {\"n\":\"x\"}\n\ndata: {\"n\":3}\n\ndata: [DONE]\n\ndata: {}\n\n";
    let talks = Talks::new([Talk::ok(body)]);
    let call = talks.client().call(&GET_EVENTS);
    let mut stream = call.stream_events::<GetEvents, Row>(EventForm::Json, "text/event-stream");
    let (first, end) = all(&mut stream).await;
    assert_eq!(first[0].data["n"], 1);
    let error = end.expect_err("the second is wrong");
    assert_eq!(
        error.to_string(),
        "getEvents: HTTP 200 OK: event 2: expected i64 at $.n (byte 5), found `\"x\"}`"
    );
    let (rest, end) = all(&mut stream).await;
    end.expect("an end");
    assert_eq!(rest.len(), 1, "up to the mark of the end");
    assert_eq!(rest[0].data["n"], 3);
}

#[tokio::test]
async fn an_event_may_be_described_as_a_whole() {
    let body =
        "event: text\ndata: {\"n\":1}\n\nevent: row\nid: 7\ndata: {\"n\":2}\n\ndata: plain\n\n";
    let call = Talks::new([Talk::ok(body)]).client().call(&GET_EVENTS);
    let form = EventForm::Whole(&["text"]);
    let mut stream = call.stream_events::<GetEvents, Value>(form, "");
    let (got, end) = all(&mut stream).await;
    end.expect("an end");
    let texts: Vec<String> = (got.iter())
        .map(|event| crate::runtime::json::to_string(&event.data))
        .collect();
    assert_eq!(
        texts,
        [
            r#"{"event":"text","data":"{\"n\":1}"}"#,
            r#"{"event":"row","id":"7","data":{"n":2}}"#,
            r#"{"data":"plain"}"#,
        ]
    );
}

#[tokio::test]
async fn what_is_no_stream_of_events_is_an_error() {
    let json = Talk::ok("{}").header("content-type", "application/json; charset=utf-8");
    let (_, end) = all(&mut events(&Talks::new([json]))).await;
    assert_eq!(
        end.expect_err("no events").to_string(),
        "getEvents: HTTP 200 OK: expected a `text/event-stream` at $ (byte 0), found `application/json; charset=utf-8`"
    );
    let (_, end) = all(&mut events(&Talks::new([Talk::ok("gone").status(410)]))).await;
    assert_eq!(end.expect_err("gone").kind(), ErrorKind::Api);
    let long = format!(
        "data: a\n\ndata: {}\ndata: {}\n\n",
        "x".repeat(600),
        "y".repeat(600)
    );
    let talks = Talks::new([Talk::ok(long).in_chunks(50)]);
    let client = talks.client_with(|core| core.max_response_bytes(1000));
    let call = client.call(&GET_EVENTS);
    let (got, end) = all(&mut GetEvents { call }.stream_events()).await;
    assert_eq!(got.len(), 1);
    assert!(
        end.expect_err("too large")
            .to_string()
            .contains("larger than 1000 bytes")
    );
}

#[tokio::test]
async fn many_events_are_read_in_constant_memory() {
    let event = format!("id: 1\ndata: {}\ndata:\n\n", "x".repeat(2000));
    let talks = Talks::new([Talk::ok(event.repeat(5000)).in_chunks(16_384)]);
    let mut stream = events(&talks);
    let mut count = 0;
    while let Some(event) = stream.try_next().await.expect("an event") {
        assert_eq!(event.data.len(), 2001);
        count += 1;
        let debug = format!("{stream:?}");
        let digits = debug.split(|c: char| !c.is_ascii_digit());
        let held = digits.filter_map(|n| n.parse::<usize>().ok()).next();
        assert!(held.expect("a number") < 20_000, "{debug}");
    }
    assert_eq!(count, 5000);
}

#[test]
fn blocking_code_iterates_and_reconnects() {
    let talks = Talks::new([
        Talk::ok("id: 1\ndata: a\n\n").broken(),
        Talk::ok("data: b\n\n"),
    ]);
    let call = talks.client().call(&GET_EVENTS);
    let events: Result<Vec<Event<String>>, _> =
        GetEvents { call }.stream_events_blocking().collect();
    assert_eq!(events.expect("events").len(), 2);
    assert_eq!(talks.sent("last-event-id"), ["", "1"]);
}

#[tokio::test]
async fn an_identity_that_was_taken_back_is_not_told_again() {
    let talks = Talks::new([
        Talk::ok("id: 1\ndata: a\n\n"),
        Talk::ok("id:\ndata: b\n\n"),
        Talk::ok("data: c\n\n"),
        Talk::ok("").status(204),
    ]);
    let (got, end) = all(&mut events(&talks).endless()).await;
    end.expect("an end");
    let got: Vec<_> = got.into_iter().map(|event| event.data).collect();
    assert_eq!(got, ["a", "b", "c"]);
    assert_eq!(talks.sent("last-event-id"), ["", "1", "", ""]);
}

#[tokio::test]
async fn a_stream_of_a_post_is_taken_up_again_only_if_the_caller_says_so() {
    let talks = || {
        let first = Talk::ok("id: 1\ndata: a\n\n").broken();
        Talks::new([first, Talk::ok("id: 2\ndata: b\n\n")])
    };
    let ask = |talks: &Talks| {
        let mut call = talks.client().call(&ASK);
        call.text("why", "text/plain");
        GetEvents { call }.stream_events()
    };
    let server = talks();
    let (got, end) = all(&mut ask(&server)).await;
    end.expect_err("a break");
    assert_eq!((got.len(), server.requests().len()), (1, 1));
    let server = talks();
    let (got, end) = all(&mut ask(&server).repeatable()).await;
    end.expect("an end");
    assert_eq!(got.len(), 2);
    assert_eq!(server.sent("last-event-id"), ["", "1"]);
    assert!(server.requests().iter().all(|one| *one.body() == "why"));
    let server = talks();
    let mut call = server.client().call(&ASK);
    call.text("why", "text/plain");
    let blocking = GetEvents { call }.stream_events_blocking().repeatable();
    assert_eq!(blocking.filter(Result::is_ok).count(), 2);
}

/// A server that gives two events, one of them in pieces and the other after it was taken up again; gives its URL and the
/// heads of the requests.
fn sockets() -> (String, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let heads = std::thread::spawn(move || {
        let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
        let bodies = [
            [chunk("retry: 1\nid: 1\nda"), chunk("ta: a\n\nid: 2\n")],
            [chunk("id: 2\ndata: b\n\n"), "0\r\n\r\n".to_owned()],
        ];
        let mut heads = Vec::new();
        for pieces in bodies {
            let (mut stream, _) = listener.accept().expect("a connection");
            let (mut head, mut byte) = (String::new(), [0; 1]);
            while !head.ends_with("\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1)
            {
                head.push(char::from(byte[0]).to_ascii_lowercase());
            }
            heads.push(head);
            let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\
                        transfer-encoding: chunked\r\n\r\n";
            for piece in [head.to_owned()].iter().chain(&pieces) {
                stream.write_all(piece.as_bytes()).expect("a listener");
                stream.flush().expect("a listener");
            }
            let _ = stream.shutdown(Shutdown::Both);
        }
        heads
    });
    (url, heads)
}

#[test]
fn events_come_over_sockets_through_both_transports() {
    let call = |url: &str| {
        let builder = petstore::Client::builder().base_url(url);
        let client = builder.build().expect("a client");
        GetEvents {
            call: client.call(&GET_EVENTS),
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let (url, heads) = sockets();
    let (first, end) = runtime.block_on(async { all(&mut call(&url).stream_events()).await });
    end.expect("an end");
    let mut told_heads = vec![heads.join().expect("heads")];
    let (url, heads) = sockets();
    let second: Result<Vec<_>, _> = call(&url).stream_events_blocking().collect();
    told_heads.push(heads.join().expect("heads"));
    let second = second.expect("events");
    let expected = [
        ("message", "1", "a".to_owned()),
        ("message", "2", "b".to_owned()),
    ];
    assert_eq!(told(&first), expected);
    assert_eq!(told(&second), expected);
    for heads in told_heads {
        assert!(
            heads[0].contains("accept: text/event-stream\r\n"),
            "{heads:?}"
        );
        assert!(!heads[0].contains("last-event-id"), "{heads:?}");
        assert!(heads[1].contains("last-event-id: 1\r\n"), "{heads:?}");
    }
}
