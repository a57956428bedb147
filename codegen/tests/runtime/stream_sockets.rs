//! Bodies that are never whole, through both transports and real sockets.

use super::petstore::{Client, Credentials};
use super::streams::{Chunks, Files, PutPhoto, put};
use crate::runtime::{Body, Encoding, FilePart, Response, Retry, Stage};
use futures_core::Stream;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long one step may take. Whole responses here take longer.
const STEP: Duration = Duration::from_millis(400);

fn client(url: &str) -> Client {
    let mut builder = Client::builder()
        .base_url(url)
        .credentials(Credentials::new("k", "t"));
    builder.core.retry(Retry::never());
    builder.core.attempt_timeout(STEP);
    builder.core.max_response_bytes(10);
    builder.build().expect("a client")
}

fn block<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(future)
}

/// A server for one connection; gives its URL.
fn serve<T: Send + 'static>(
    talk: impl FnOnce(TcpStream) -> T + Send + 'static,
) -> (String, JoinHandle<T>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let heard = thread::spawn(move || talk(listener.accept().expect("a connection").0));
    (url, heard)
}

/// What comes in until it ends in this way.
fn hear(stream: &mut TcpStream, end: &str) -> String {
    let mut heard = String::new();
    let mut byte = [0; 1];
    while !heard.ends_with(end) && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        heard.push(char::from(byte[0]).to_ascii_lowercase());
    }
    heard
}

/// Hears a request up to `first`, says so, and hears the rest.
fn hear_in_two(
    told: Sender<()>,
    first: &'static str,
    end: &'static str,
) -> (String, JoinHandle<String>) {
    serve(move |mut stream| {
        let mut heard = hear(&mut stream, first);
        told.send(()).expect("somebody waits");
        heard += &hear(&mut stream, end);
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")
            .expect("a listener");
        heard
    })
}

/// Gives `first`, and `second` when the server has the first.
struct Polite(u32, Receiver<()>);

impl Stream for Polite {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.0 == 1 && self.1.try_recv().is_err() {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.0 += 1;
        Poll::Ready(match self.0 {
            1 => Some(Ok("first")),
            2 => Some(Ok("second")),
            _ => None,
        })
    }
}

impl Read for Polite {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.0 += 1;
        match self.0 {
            1 => (&b"first"[..]).read(into),
            2 => {
                self.1.recv().expect("the server says so");
                (&b"second"[..]).read(into)
            }
            _ => Ok(0),
        }
    }
}

#[test]
fn a_body_is_sent_while_it_is_read() {
    for length in [None, Some(11)] {
        let end = if length.is_some() {
            "second"
        } else {
            "0\r\n\r\n"
        };
        let polite = |told| match length {
            None => (
                Body::from_stream(Polite(0, told)),
                "transfer-encoding: chunked\r\n",
            ),
            Some(length) => {
                let body = Body::from_stream(Polite(0, told)).with_length(length);
                (body, "content-length: 11\r\n")
            }
        };
        let (tell, told) = channel();
        let (url, heard) = hear_in_two(tell, "first", end);
        let (body, header) = polite(told);
        block(put(&client(&url), body).call.send::<PutPhoto>()).expect("sent");
        let first = heard.join().expect("heard");

        let (tell, told) = channel();
        let (url, heard) = hear_in_two(tell, "first", end);
        let mut body = Body::from_reader(Polite(0, told));
        if let Some(length) = length {
            body = body.with_length(length);
        }
        put(&client(&url), body).send_blocking().expect("sent");
        let second = heard.join().expect("heard");
        for request in [first, second] {
            assert!(request.starts_with("put /photo http/1.1\r\n"), "{request}");
            assert!(request.contains(header), "{request}");
            assert!(request.ends_with(end), "{request}");
        }
    }
}

#[test]
fn parts_are_sent_while_they_are_read() {
    static ENCODINGS: &[Encoding] = &[];
    for (length, framing) in [
        (None, "transfer-encoding: chunked"),
        (Some(11), "content-length: "),
    ] {
        for blocking in [false, true] {
            let (tell, told) = channel();
            let end = if length.is_some() {
                "--\r\n"
            } else {
                "\r\n0\r\n\r\n"
            };
            let (url, heard) = hear_in_two(tell, "first", end);
            let mut file = match blocking {
                false => Body::from_stream(Polite(0, told)),
                true => Body::from_reader(Polite(0, told)),
            };
            if let Some(length) = length {
                file = file.with_length(length);
            }
            let files = Files(FilePart::new("abc"), FilePart::from(file));
            let mut call = put(&client(&url), "").call;
            call.multipart(&files, "multipart/form-data", ENCODINGS);
            match blocking {
                false => block(call.send::<PutPhoto>()).expect("sent"),
                true => call.send_blocking::<PutPhoto>().expect("sent"),
            };
            let request = heard.join().expect("heard");
            assert!(request.contains(framing), "{request}");
            assert!(
                request.contains("name=\"one\"; filename=\"one\""),
                "{request}"
            );
            assert!(request.contains("second"), "{request}");
        }
    }
}

#[test]
fn a_length_that_is_not_kept_ends_the_request() {
    let short = || Body::from_stream(Chunks::of(&["ab"])).with_length(3);
    let silent = |mut stream: TcpStream| hear(&mut stream, "never");
    let (url, _) = serve(silent);
    let first = block(put(&client(&url), short()).call.send::<PutPhoto>()).expect_err("too short");
    let (url, _) = serve(silent);
    let second = put(&client(&url), short())
        .send_blocking()
        .expect_err("too short");
    for error in [first, second] {
        let text = error.to_string();
        assert!(
            text.contains("fewer bytes than it was said to have"),
            "{text}"
        );
    }
}

/// Answers with 20 bytes, five at a time, and then ends or falls silent.
fn drip(silent: bool) -> String {
    let serving = serve(move |mut stream| {
        hear(&mut stream, "\r\n\r\n");
        let length = if silent { 25 } else { 20 };
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).expect("a listener");
        for _ in 0..4 {
            thread::sleep(STEP / 2);
            stream.write_all(b"12345").expect("a listener");
        }
        // Until the client hangs up.
        hear(&mut stream, "never");
    });
    serving.0
}

#[test]
fn a_response_is_read_while_it_arrives() {
    let url = drip(false);
    let first = block(async {
        let response = put(&client(&url), "")
            .send_streamed()
            .await
            .expect("a response");
        response.into_inner().collect().await.expect("all of it")
    });
    let url = drip(false);
    let response = put(&client(&url), "").send_streamed_blocking();
    let mut second = Vec::new();
    let mut reader = response.expect("a response").into_inner();
    reader.read_to_end(&mut second).expect("all of it");
    assert_eq!(first, "12345123451234512345");
    assert_eq!(first, second);
}

#[test]
fn a_response_that_falls_silent_is_a_timeout() {
    let url = drip(true);
    let error = block(async {
        let response = put(&client(&url), "")
            .send_streamed()
            .await
            .map(Response::into_inner);
        response
            .expect("a response")
            .collect()
            .await
            .expect_err("there is no more")
    });
    assert_eq!(error.stage(), Stage::Timeout);
    let url = drip(true);
    let mut reader = put(&client(&url), "")
        .send_streamed_blocking()
        .expect("a response")
        .into_inner();
    let error = reader
        .read_to_end(&mut Vec::new())
        .expect_err("there is no more");
    assert!(
        error.to_string().starts_with("no response in time"),
        "{error}"
    );
}
