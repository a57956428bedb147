//! Downloads that break off and go on, and how far bodies are.

use super::petstore;
use super::streams::{Chunks, PutPhoto, PutPhotoError, put};
use super::talks::{Talk, Talks};
use crate::runtime::{
    Body, Call, Endpoint, Error, Incoming, Progress, ProgressOf, Response, Retry, Stage,
    TransportError,
};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener};
use std::sync::{Arc, Mutex};
use std::time::Duration;

static GET_FILE: Endpoint = Endpoint {
    id: "getFile",
    method: "GET",
    path: "/file",
    parameters: &[],
    accept: "*/*",
    security: &[&[0]],
    api: petstore::API_REF,
    servers: None,
};

const CONTENT: &str = "0123456789abcdefghij";
const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
const LATER: &str = "Sun, 06 Nov 1994 08:49:39 GMT";

/// The first bytes of the content, and a break.
fn first(bytes: usize) -> Talk {
    Talk::ok(&CONTENT.as_bytes()[..bytes])
        .header("content-length", "20")
        .broken()
}

/// A part of the content.
fn part(from: usize, to: usize) -> Talk {
    Talk::ok(&CONTENT.as_bytes()[from..to])
        .status(206)
        .header("content-length", (20 - from).to_string())
        .header("content-range", format!("bytes {from}-19/20"))
}

async fn download(talks: &Talks) -> Result<String, TransportError> {
    let call = talks.client().call(&GET_FILE);
    let opened: Result<Response<Incoming>, Error<PutPhotoError>> =
        call.send_streamed::<PutPhoto>().await;
    let body = opened.expect("a response").into_inner().collect().await?;
    Ok(String::from_utf8(body.to_vec()).expect("text"))
}

#[tokio::test]
async fn a_download_goes_on_where_it_broke_off() {
    let tag = |talk: Talk| {
        talk.header("etag", "\"v1\"")
            .header("accept-ranges", "bytes")
    };
    for at in 0..20 {
        let talks = Talks::new([tag(first(at)), tag(part(at, 20))]);
        assert_eq!(download(&talks).await.expect("all of it"), CONTENT, "{at}");
        assert_eq!(talks.sent("range"), ["".to_owned(), format!("bytes={at}-")]);
        assert_eq!(talks.sent("if-range"), ["", "\"v1\""]);
        assert_eq!(talks.sent("x-key"), ["k", "k"]);
        assert_eq!(talks.pauses(), [Duration::from_millis(500)]);
    }
    // By its date; and without an offer, where the server does it nevertheless.
    let dated = |talk: Talk| talk.header("last-modified", DATE).header("date", LATER);
    let talks = Talks::new([dated(first(3)), part(3, 8).broken(), part(8, 20)]);
    assert_eq!(download(&talks).await.expect("all of it"), CONTENT);
    assert_eq!(talks.sent("if-range"), ["", DATE, DATE]);
    // Only pauses in which nothing came count.
    let parts = (1..20).map(|at| tag(part(at, at + 1)).broken());
    let talks = Talks::new(std::iter::once(tag(first(1))).chain(parts));
    assert_eq!(
        download(&talks)
            .await
            .expect_err("a last break")
            .to_string(),
        GONE
    );
    assert_eq!(talks.requests().len(), 20, "all of it came");
}

const GONE: &str = "the connection failed: gone";

#[tokio::test]
async fn what_cannot_go_on_is_the_error_it_was() {
    let tag = |talk: Talk| talk.header("etag", "\"v1\"");
    let cases = [
        // Nothing to know the content by, or nothing that is sure.
        first(5).header("accept-ranges", "bytes"),
        first(5).header("etag", "W/\"v1\""),
        first(5).header("last-modified", DATE),
        first(5).header("last-modified", DATE).header("date", DATE),
        // Refused, encoded, of unknown length.
        tag(first(5)).header("accept-ranges", "none"),
        tag(first(5)).header("content-encoding", "br"),
        tag(Talk::ok("01234").broken()),
    ];
    for case in cases {
        let talks = Talks::new([case.clone(), part(5, 20)]);
        let error = download(&talks).await.expect_err("it broke");
        assert_eq!(error.to_string(), GONE, "{case:?}");
        assert_eq!(talks.requests().len(), 1, "{case:?}");
    }
    // The server gives no parts.
    let talks = Talks::new([tag(first(5)), tag(Talk::ok(CONTENT))]);
    assert_eq!(
        download(&talks).await.expect_err("it broke").to_string(),
        GONE
    );
    // Tries that bring nothing are bounded.
    let none = || tag(part(5, 5)).broken();
    let talks = Talks::new([tag(first(5)), none(), none(), none()]);
    assert_eq!(
        download(&talks).await.expect_err("it broke").to_string(),
        GONE
    );
    assert_eq!(talks.requests().len(), 3);
    // The caller wants no tries; or a part to begin with; or it is no download.
    for change in [0, 1, 2] {
        let talks = Talks::new([tag(first(5)), part(5, 20)]);
        let client = talks.client();
        let mut call = client.call(&GET_FILE);
        match change {
            0 => call.retry(Retry::never()),
            1 => call.header("Range", "bytes=0-"),
            _ => call = put(&client, "").call,
        }
        let opened = call.send_streamed::<PutPhoto>().await.expect("a response");
        opened.into_inner().collect().await.expect_err("it broke");
        assert_eq!(talks.requests().len(), 1, "{change}");
    }
}

#[tokio::test]
async fn a_part_that_is_not_all_that_was_asked_for_is_not_the_end() {
    let tag = |talk: Talk| {
        talk.header("etag", "\"v1\"")
            .header("accept-ranges", "bytes")
    };
    let talks = Talks::new([tag(first(5)), tag(part(5, 8)), tag(part(8, 20))]);
    assert_eq!(download(&talks).await.expect("all of it"), CONTENT);
    assert_eq!(talks.sent("range"), ["", "bytes=5-", "bytes=8-"]);
    // One that is encoded is of other bytes; and one that gives more than there are is wrong.
    let encoded = tag(part(5, 20)).header("content-encoding", "br");
    let more = Talk::ok("5678901234567890")
        .status(206)
        .header("content-range", "bytes 5-19/20");
    for case in [encoded, tag(more)] {
        let talks = Talks::new([tag(first(5)), case]);
        let error = download(&talks).await.expect_err("another content");
        assert!(error.to_string().contains("of 20 bytes, and"), "{error}");
    }
}

#[tokio::test]
async fn a_content_that_changed_is_told() {
    let tag = |talk: Talk| {
        talk.header("etag", "\"v1\"")
            .header("accept-ranges", "bytes")
    };
    let changed = [
        Talk::ok("other").header("etag", "\"v2\""),
        Talk::ok(CONTENT),
        part(5, 20).header("etag", "\"v2\""),
        part(4, 20),
        Talk::ok("567")
            .status(206)
            .header("content-range", "bytes 5-7/8"),
        Talk::ok("567").status(206),
    ];
    for case in changed {
        let talks = Talks::new([tag(first(5)), case.clone()]);
        let error = download(&talks).await.expect_err("it changed");
        assert_eq!(
            error.to_string(),
            "the connection failed: broken off after 5 of 20 bytes, and the content has changed since; the download must begin again",
            "{case:?}"
        );
    }
    let talks = Talks::new([tag(first(5)), Talk::ok("").status(404)]);
    assert_eq!(
        download(&talks).await.expect_err("it is gone").to_string(),
        "the connection failed: broken off after 5 of 20 bytes, and the server answered HTTP 404 Not Found"
    );
    let talks = Talks::new([tag(first(5))]);
    assert_eq!(
        download(&talks).await.expect_err("nobody").stage(),
        Stage::Connect
    );
}

/// A server that gives five bytes and hangs up, each time from where it is asked for; gives its URL.
fn sockets() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let (mut head, mut byte) = (String::new(), [0; 1]);
            while !head.ends_with("\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1)
            {
                head.push(char::from(byte[0]).to_ascii_lowercase());
            }
            let range = head
                .split("range: bytes=")
                .nth(1)
                .and_then(|text| text.split('-').next());
            let at: usize = range.map_or(0, |text| text.parse().expect("a number"));
            let status = match at {
                0 => "200 OK".to_owned(),
                _ => format!("206 Partial Content\r\ncontent-range: bytes {at}-19/20"),
            };
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-length: {}\r\netag: \"x\"\r\naccept-ranges: bytes\r\n\r\n{}",
                20 - at,
                &CONTENT[at..(at + 5)]
            );
            stream.write_all(head.as_bytes()).expect("a listener");
            let _ = stream.shutdown(Shutdown::Write);
        }
    });
    url
}

#[test]
fn downloads_go_on_over_sockets_through_both_transports() {
    let client = |url: &str| {
        let mut builder = petstore::Client::builder()
            .base_url(url)
            .credentials(petstore::Credentials::new("k", "t"));
        builder
            .core
            .retry(Retry::default().with_base(Duration::ZERO));
        builder.build().expect("a client")
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let first = runtime.block_on(async {
        let call = client(&sockets()).call(&GET_FILE);
        let opened = call.send_streamed::<PutPhoto>().await.expect("a response");
        opened.into_inner().collect().await.expect("all of it")
    });
    assert_eq!(first, CONTENT);
    let call = client(&sockets()).call(&GET_FILE);
    let opened = call
        .send_streamed_blocking::<PutPhoto>()
        .expect("a response");
    let mut second = String::new();
    opened
        .into_inner()
        .read_to_string(&mut second)
        .expect("all of it");
    assert_eq!(second, CONTENT);
}

/// A call that keeps what it is told.
fn watched(mut call: Call) -> (Call, Arc<Mutex<Vec<Progress>>>) {
    let told: Arc<Mutex<Vec<Progress>>> = Arc::default();
    let keep = Arc::clone(&told);
    call.on_progress(move |progress| keep.lock().expect("a lock").push(progress));
    (call, told)
}

fn shown(told: &Mutex<Vec<Progress>>, way: ProgressOf) -> Vec<(u64, Option<u64>)> {
    let told = told.lock().expect("a lock");
    let told = told.iter().filter(|progress| progress.way == way);
    told.map(|progress| (progress.bytes, progress.total))
        .collect()
}

#[tokio::test]
async fn the_progress_of_an_upload_is_told() {
    let large = vec![b'x'; 150_000];
    let kib = |slices: u64| slices << 16;
    let all = Some(150_000);
    let bodies = [
        (
            Body::from(large),
            vec![(kib(1), all), (kib(2), all), (150_000, all)],
        ),
        (
            Body::from_stream(Chunks::of(&["ab", "", "c"])),
            vec![(2, None), (3, None)],
        ),
        (
            Body::from_stream(Chunks::of(&["ab", "c"])).with_length(3),
            vec![(2, Some(3)), (3, Some(3))],
        ),
        (Body::from_reader(&b"abc"[..]), vec![(3, None)]),
        (Body::empty(), vec![]),
    ];
    for (body, expected) in bodies {
        let talks = Talks::new([Talk::ok("")]);
        let (call, told) = watched(put(&talks.client(), body).call);
        call.send::<PutPhoto>().await.expect("sent");
        assert_eq!(shown(&told, ProgressOf::Upload), expected);
        let length = expected.last().map_or(0, |(bytes, _)| *bytes);
        assert_eq!(talks.requests()[0].body().len() as u64, length);
    }
    // Sent again, it begins again; what can be sent once only still is.
    let talks = Talks::new([Talk::ok("").status(503), Talk::ok("")]);
    let (call, told) = watched(put(&talks.client(), "abc").call);
    call.send::<PutPhoto>().await.expect("sent");
    assert_eq!(
        shown(&told, ProgressOf::Upload),
        [(3, Some(3)), (3, Some(3))]
    );
    let talks = Talks::new([Talk::ok("").status(503), Talk::ok("")]);
    let body = Body::from_stream(Chunks::of(&["abc"]));
    let (call, _) = watched(put(&talks.client(), body).call);
    call.send::<PutPhoto>().await.expect_err("it was sent");
    assert_eq!(talks.requests().len(), 1);
}

#[tokio::test]
async fn the_progress_of_a_download_is_told_over_breaks() {
    let talks = Talks::new([Talk::ok("abcde").header("content-length", "5").in_chunks(2)]);
    let (call, told) = watched(talks.client().call(&GET_FILE));
    call.send::<PutPhoto>().await.expect("sent");
    let all = Some(5);
    assert_eq!(
        shown(&told, ProgressOf::Download),
        [(2, all), (4, all), (5, all)]
    );

    let talks = Talks::new([first(5).header("etag", "\"x\""), part(5, 20).in_chunks(10)]);
    let (call, told) = watched(talks.client().call(&GET_FILE));
    let opened = call.send_streamed::<PutPhoto>().await.expect("a response");
    assert_eq!(
        opened.into_inner().collect().await.expect("all of it"),
        CONTENT
    );
    let all = Some(20);
    assert_eq!(
        shown(&told, ProgressOf::Download),
        [(5, all), (15, all), (20, all)]
    );
    // What is no success is no download.
    let talks = Talks::new([Talk::ok("no").status(404)]);
    let (call, told) = watched(talks.client().call(&GET_FILE));
    call.send::<PutPhoto>().await.expect_err("not found");
    assert_eq!(shown(&told, ProgressOf::Download), []);
}

#[test]
fn progress_is_told_over_sockets_too() {
    let (call, told) = watched({
        let mut builder = petstore::Client::builder()
            .base_url(sockets())
            .credentials(petstore::Credentials::new("k", "t"));
        builder
            .core
            .retry(Retry::default().with_base(Duration::ZERO));
        builder.build().expect("a client").call(&GET_FILE)
    });
    let opened = call
        .send_streamed_blocking::<PutPhoto>()
        .expect("a response");
    let mut text = String::new();
    opened
        .into_inner()
        .read_to_string(&mut text)
        .expect("all of it");
    let told = shown(&told, ProgressOf::Download);
    assert_eq!(told.last(), Some(&(20, Some(20))));
    assert!(told.is_sorted(), "{told:?}");
}
