//! Bodies that are read while they are sent, and responses that are read while they arrive.

use super::petstore::{self, Client, Credentials};
use crate::runtime::{
    Answer, Body, BoxFuture, Call, Clock, Decoded, Encoding, Endpoint, ErrorKind, FilePart,
    Incoming, Reply, Scripted, Source, Stage, StepLimit, TimeLimit, Transport, TransportError,
    Wire, Writer,
};
use bytes::Bytes;
use futures_core::Stream;
use std::collections::VecDeque;
use std::io::Read;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

pub(crate) static PUT_PHOTO: Endpoint = Endpoint {
    id: "putPhoto",
    method: "PUT",
    path: "/photo",
    parameters: &[],
    accept: "image/png",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

/// An operation with a file both ways, as `emit` writes it.
#[derive(Clone, Debug)]
pub(crate) struct PutPhoto {
    pub(crate) call: Call,
}

crate::runtime::request!(PutPhoto, PutPhotoError);
crate::runtime::streamed!(PutPhoto, PutPhotoError);

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PutPhotoError {
    NotFound(String),
    Undocumented,
}

impl crate::runtime::Operation for PutPhoto {
    type Output = Bytes;
    type Failure = PutPhotoError;

    fn output(reply: &Reply) -> Option<Decoded<Bytes>> {
        match reply.status() {
            200 => Some(reply.bytes()),
            _ => None,
        }
    }
}

impl crate::runtime::Failure for PutPhotoError {
    fn read(reply: &Reply) -> Self {
        match reply.status() {
            404 => reply.text().map_or(Self::Undocumented, Self::NotFound),
            _ => Self::Undocumented,
        }
    }
}

pub(crate) fn put(client: &Client, body: impl Into<Body>) -> PutPhoto {
    let mut call = client.call(&PUT_PHOTO);
    call.bytes(body, "image/png");
    PutPhoto { call }
}

/// A stream of these chunks, which pauses before each.
pub(crate) struct Chunks(
    pub(crate) VecDeque<Result<&'static str, &'static str>>,
    bool,
);

impl Chunks {
    pub(crate) fn of(chunks: &[&'static str]) -> Self {
        Chunks(chunks.iter().map(|chunk| Ok(*chunk)).collect(), false)
    }
}

impl Stream for Chunks {
    type Item = Result<&'static str, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.1 = !self.1;
        if self.1 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.0.pop_front())
    }
}

fn client(transport: impl Transport + Clone + 'static) -> Client {
    let mut builder = Client::builder()
        .base_url("http://h")
        .credentials(Credentials::new("k", "t"))
        .transport(transport.clone());
    builder.core.blocking_transport(transport);
    builder.core.max_response_bytes(10);
    builder.core.clock(Hurry);
    builder.build().expect("a client")
}

/// Pauses are over soon: after a hundred polls.
#[derive(Debug)]
struct Hurry;

impl Clock for Hurry {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn since_epoch(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        let mut polls = 0;
        Box::pin(std::future::poll_fn(move |context| {
            polls += 1;
            context.waker().wake_by_ref();
            match polls {
                100 => Poll::Ready(()),
                _ => Poll::Pending,
            }
        }))
    }

    fn random(&self) -> u64 {
        0
    }
}

#[tokio::test]
async fn a_body_can_come_from_bytes_a_stream_or_a_reader() {
    let bodies = [
        Body::from("abc"),
        Body::from(vec![97, 98, 99]),
        Body::from(&b"abc"[..]),
        Body::from_stream(Chunks::of(&["a", "", "bc"])),
        Body::from_stream(Chunks::of(&["ab", "c"])).with_length(3),
        Body::from_reader(&b"abc"[..]),
    ];
    let lengths = [Some(3), Some(3), Some(3), None, Some(3), None];
    for (body, length) in bodies.into_iter().zip(lengths) {
        assert_eq!(body.length(), length);
        assert_eq!(body.into_chunks().collect().await.expect("chunks"), "abc");
    }
}

#[tokio::test]
async fn a_length_that_is_not_kept_is_an_error() {
    for (length, wrong) in [(2, "more"), (4, "fewer")] {
        let body = Body::from_stream(Chunks::of(&["ab", "c"])).with_length(length);
        let error = body
            .into_chunks()
            .collect()
            .await
            .expect_err("the length is wrong");
        let text =
            format!("the connection failed: the body has {wrong} bytes than it was said to have");
        assert_eq!(error.to_string(), text);
    }
}

#[tokio::test]
async fn a_source_that_fails_says_why() {
    let mut chunks = Chunks::of(&["a"]);
    chunks.0.push_back(Err("the disk is gone"));
    let script = Scripted::new().reply(200, "");
    let error = put(&client(script), Body::from_stream(chunks))
        .call
        .send::<PutPhoto>()
        .await;
    let error = error.expect_err("no body");
    assert_eq!(
        error.to_string(),
        "putPhoto: the connection failed: the disk is gone"
    );
}

#[tokio::test]
async fn a_body_that_was_begun_is_not_sent_again() {
    let stream = || Body::from_stream(Chunks::of(&["ab", "c"]));
    for (body, attempts) in [(stream(), 1), (Body::from("abc"), 2)] {
        let script = Scripted::new().reply(503, "").reply(200, "");
        let outcome = put(&client(script.clone()), body)
            .call
            .send::<PutPhoto>()
            .await;
        assert_eq!(outcome.is_ok(), attempts == 2);
        let sent = script.requests();
        assert_eq!(sent.len(), attempts);
        assert!(sent.iter().all(|request| *request.body() == "abc"));
    }
    // Nothing was read of it without a connection.
    let script = Scripted::new().fail(Stage::Connect).reply(200, "");
    let outcome = put(&client(script.clone()), stream())
        .call
        .send::<PutPhoto>()
        .await;
    assert!(outcome.is_ok());
    assert_eq!(*script.requests()[1].body(), "abc");
}

#[tokio::test]
async fn a_body_that_was_sent_is_not_redirected() {
    let to = |status: u16| {
        let response = http::Response::builder()
            .status(status)
            .header("location", "/other");
        Scripted::new()
            .respond(response.body(Bytes::new()).expect("a response"))
            .reply(200, "")
    };
    let body = || Body::from_stream(Chunks::of(&["abc"]));
    let script = to(307);
    let error = put(&client(script.clone()), body())
        .call
        .send::<PutPhoto>()
        .await;
    let text = "putPhoto: redirected to http://h, but the body was sent already, and can be sent once only";
    assert_eq!(error.expect_err("no body for it").to_string(), text);
    assert_eq!(script.requests().len(), 1);
    let script = to(303);
    assert!(
        put(&client(script.clone()), body())
            .call
            .send::<PutPhoto>()
            .await
            .is_ok()
    );
    assert_eq!(script.requests()[1].method(), "GET");
}

#[tokio::test]
async fn clones_share_a_body_and_the_second_says_so() {
    let script = Scripted::new().reply(200, "").reply(200, "");
    let first = put(
        &client(script.clone()),
        Body::from_stream(Chunks::of(&["abc"])),
    );
    let second = first.clone();
    assert!(first.call.send::<PutPhoto>().await.is_ok());
    let error = second
        .call
        .send::<PutPhoto>()
        .await
        .expect_err("it is gone");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(
        error.to_string(),
        "putPhoto: the body was sent already, and can be sent once only"
    );
    assert_eq!(
        script.requests().len(),
        1,
        "nothing is sent without its body"
    );
}

#[test]
fn blocking_calls_send_readers() {
    let script = Scripted::new().reply(200, "");
    let outcome = put(&client(script.clone()), Body::from_reader(&b"abc"[..])).send_blocking();
    assert!(outcome.is_ok());
    assert_eq!(*script.requests()[0].body(), "abc");
}

/// Two files, one of which is read while it is sent.
pub(crate) struct Files(pub(crate) FilePart, pub(crate) FilePart);

impl Wire for Files {
    fn blank() -> Self {
        Files(FilePart::blank(), FilePart::blank())
    }

    fn read(&mut self, _: &mut crate::runtime::Reader<'_>) {}

    fn write(&self, w: &mut Writer) {
        w.open_map();
        w.key("one");
        self.0.write(w);
        w.key("other");
        self.1.write(w);
        w.close_map();
    }
}

#[tokio::test]
async fn parts_can_be_streams() {
    static ENCODINGS: &[Encoding] = &[];
    for length in [None, Some(3)] {
        let mut streamed = Body::from_stream(Chunks::of(&["d", "ef"]));
        if let Some(length) = length {
            streamed = streamed.with_length(length);
        }
        let files = Files(
            FilePart::new("abc"),
            FilePart::from(streamed).with_file_name("f"),
        );
        let mut call = petstore::call(&PUT_PHOTO, &[]);
        call.multipart(&files, "multipart/form-data", ENCODINGS);
        let request = call.into_request::<()>().expect("a request");
        let media = request.headers()["content-type"].to_str().expect("text");
        let boundary = media.split('=').next_back().expect("a boundary").to_owned();
        let told = request.body().length();
        let body = request
            .into_body()
            .into_chunks()
            .collect()
            .await
            .expect("parts");
        let expected = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"one\"; filename=\"one\"\r\n\
             Content-Type: application/octet-stream\r\n\r\nabc\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"other\"; filename=\"f\"\r\n\
             Content-Type: application/octet-stream\r\n\r\ndef\r\n--{boundary}--\r\n"
        );
        assert_eq!(body, expected);
        assert_eq!(told, length.map(|_| expected.len() as u64));
    }
}

/// A server whose bodies come in chunks and may stop on the way.
#[derive(Clone, Debug, Default)]
struct Slow {
    status: u16,
    stuck: bool,
    limits: Arc<Mutex<Vec<Limits>>>,
}

type Limits = (Option<TimeLimit>, Option<StepLimit>);

struct SlowBody(u32, bool);

impl Source for SlowBody {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        self.0 += 1;
        match self.0 {
            1..=4 => Box::pin(std::future::ready(Ok(Some(Bytes::from_static(b"12345"))))),
            _ if self.1 => Box::pin(std::future::pending()),
            _ => Box::pin(std::future::ready(Ok(None))),
        }
    }
}

impl Transport for Slow {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let extensions = request.extensions();
        let limits = (extensions.get().copied(), extensions.get().copied());
        self.limits.lock().expect("a lock").push(limits);
        let response = http::Response::builder().status(self.status);
        let response = response.body(Incoming::new(SlowBody(0, self.stuck)));
        Box::pin(std::future::ready(Ok(response.expect("a response"))))
    }
}

fn slow(status: u16, stuck: bool) -> Slow {
    Slow {
        status,
        stuck,
        ..Slow::default()
    }
}

#[tokio::test]
async fn a_streamed_response_has_no_limit_to_its_size() {
    let transport = slow(200, false);
    let client = client(transport.clone());
    let error = put(&client, "")
        .call
        .send::<PutPhoto>()
        .await
        .expect_err("20 bytes are too many");
    assert_eq!(
        error.to_string(),
        "putPhoto: the response is larger than 10 bytes"
    );
    let mut response = put(&client, "").send_streamed().await.expect("a response");
    assert_eq!(response.status(), 200);
    let mut chunks = Vec::new();
    while let Some(chunk) = response.chunk().await.expect("a chunk") {
        chunks.push(chunk);
    }
    assert_eq!(chunks, ["12345"; 4]);
    // And as a stream.
    let response = put(&client, "").send_streamed().await.expect("a response");
    let mut stream = response.into_inner();
    let next = std::future::poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await;
    assert_eq!(next.expect("a chunk").expect("a chunk"), "12345");
    let minute = Duration::from_secs(60);
    let limits = transport.limits.lock().expect("a lock").clone();
    assert_eq!(limits[0], (Some(TimeLimit(minute)), None));
    assert_eq!(limits[1], (None, Some(StepLimit(minute))));
}

#[tokio::test]
async fn a_streamed_response_that_stops_is_a_timeout_of_its_chunk() {
    let mut response = put(&client(slow(200, true)), "")
        .send_streamed()
        .await
        .expect("a response");
    for _ in 0..4 {
        assert_eq!(
            response.chunk().await.expect("a chunk").expect("a chunk"),
            "12345"
        );
    }
    let error = response.chunk().await.expect_err("there is no more");
    assert_eq!(error.stage(), Stage::Timeout);
    assert_eq!(
        error.to_string(),
        "no response in time: no more of the body within 60s"
    );
    assert!(response.chunk().await.expect("an end").is_none());
}

#[tokio::test]
async fn streamed_calls_have_the_same_errors() {
    let script = Scripted::new()
        .reply(404, "no such")
        .reply(503, "")
        .reply(201, "")
        .reply(500, "");
    let client = client(script);
    let error = put(&client, "")
        .send_streamed()
        .await
        .expect_err("not found");
    assert_eq!(
        error.failure(),
        Some(&PutPhotoError::NotFound("no such".into()))
    );
    assert_eq!(error.body().map(|body| &body[..]), Some(&b"no such"[..]));
    // 503 is tried again; 201 is not among the documented.
    let error = put(&client, "")
        .send_streamed()
        .await
        .expect_err("undocumented");
    assert_eq!(
        (error.status(), error.attempts()),
        (Some(http::StatusCode::CREATED), 2)
    );
    assert_eq!(error.failure(), Some(&PutPhotoError::Undocumented));
}

#[test]
fn blocking_calls_read_while_it_arrives() {
    let response = put(&client(slow(200, false)), "").send_streamed_blocking();
    let mut text = String::new();
    let mut reader = response.expect("a response").into_inner();
    let mut three = [0; 3];
    reader.read_exact(&mut three).expect("three bytes");
    assert_eq!(&three, b"123");
    reader.read_to_string(&mut text).expect("text");
    assert_eq!(text, "45123451234512345");
}
