//! One list of behaviours, held by every transport over real sockets: reqwest, ureq, and a hyper client as a `tower`
//! service. What more the first two have in common is in `sockets` and `stream_sockets`.

use super::petstore::{Client, Credentials};
use crate::runtime::{
    Answer, Body, BoxFuture, ErrorKind, Reply, ReqwestTransport, Response, Retry, Scripted, Stage,
    TowerTransport, Transport, TransportError, UreqTransport,
};
use hyper_util::client::legacy;
use hyper_util::rt::TokioExecutor;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use tower::ServiceExt;
use tower_http::decompression::Decompression;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

/// A transport, whichever it is.
#[derive(Clone, Debug)]
struct Any(&'static str, Arc<dyn Transport>);

impl Transport for Any {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        self.1.send(request)
    }
}

/// A hyper client as it is used through `tower`: it tells what it knows of an error, and a layer decodes bodies.
fn hyper(builder: &legacy::Builder) -> impl Transport + use<> {
    let client = builder
        .build_http::<Body>()
        .map_err(|error: legacy::Error| {
            let stage = match error.is_connect() {
                true => Stage::Connect,
                false => Stage::Exchange,
            };
            TransportError::new(stage, error)
        });
    TowerTransport::new(Decompression::new(client))
}

fn all() -> [Any; 3] {
    let reqwest = ReqwestTransport::new().expect("a transport");
    [
        Any("reqwest", Arc::new(reqwest)),
        Any("ureq", Arc::new(UreqTransport::new())),
        Any(
            "hyper",
            Arc::new(hyper(&legacy::Client::builder(TokioExecutor::new()))),
        ),
    ]
}

/// What a test calls: a client over one transport.
struct Caller {
    client: Client,
    runtime: tokio::runtime::Runtime,
    blocking: bool,
}

type Called = Result<Response<Reply>, (ErrorKind, String)>;

impl Caller {
    fn new(any: &Any, url: &str) -> Self {
        let mut builder = Client::builder()
            .base_url(url)
            .credentials(Credentials::new("k", "t"))
            .transport(any.clone());
        builder.core.blocking_transport(any.clone());
        builder.core.retry(Retry::never());
        builder.core.attempt_timeout(Duration::from_millis(400));
        builder.core.max_response_bytes(1000);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        Caller {
            client: builder.build().expect("a client"),
            runtime: runtime.expect("a runtime"),
            blocking: any.0 == "ureq",
        }
    }

    fn call(&self, method: &str, body: &'static str) -> Called {
        let call = self.client.request(method, "/x").text(body);
        let outcome = match self.blocking {
            true => call.send_blocking(),
            false => self.runtime.block_on(async { call.send().await }),
        };
        outcome.map_err(|error| (error.kind(), error.to_string()))
    }
}

/// What a server does with each connection.
type Talk = fn(&mut TcpStream);

/// A server; gives its URL, and how many connections it has had.
fn serve(talk: Talk) -> (String, Arc<Mutex<u32>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let count = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&count);
    thread::spawn(move || {
        for stream in listener.incoming() {
            *counted.lock().expect("a count") += 1;
            let mut stream = stream.expect("a connection");
            thread::spawn(move || talk(&mut stream));
        }
    });
    (url, count)
}

/// A request, in lower case; none when the client hung up.
fn hear(stream: &mut TcpStream) -> Option<String> {
    let mut heard = Vec::new();
    let mut byte = [0; 1];
    while !heard.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => heard.push(byte[0]),
            _ => return None,
        }
    }
    let head = String::from_utf8(heard).expect("text").to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.trim().parse().expect("a number"))];
    stream.read_exact(&mut body).ok()?;
    Some(head + &String::from_utf8(body).expect("text"))
}

/// Answers all requests of a connection.
fn answer(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
    while hear(stream).is_some() {
        let length = body.len();
        let head = format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n");
        let _ = stream.write_all(head.as_bytes());
        let _ = stream.write_all(body);
    }
}

/// What comes of a GET through each transport, each with a server of its own.
fn outcomes(talk: Talk) -> Vec<(&'static str, Called)> {
    let call = |any: &Any| (any.0, Caller::new(any, &serve(talk).0).call("GET", ""));
    all().iter().map(call).collect()
}

#[test]
fn a_body_comes_with_its_status_whatever_that_is() {
    let good: Talk = |stream| answer(stream, "200 OK", "x-a: b\r\n", REX.as_bytes());
    let bad: Talk = |stream| answer(stream, "404 Not Found", "x-a: b\r\n", b"no such pet");
    for (talk, status, body) in [(good, 200, REX), (bad, 404, "no such pet")] {
        for (name, outcome) in outcomes(talk) {
            let reply = outcome.expect(name);
            assert_eq!(
                (reply.status().as_u16(), &reply.body()[..]),
                (status, body.as_bytes()),
                "{name}"
            );
            assert_eq!(reply.headers()["x-a"], "b", "{name}");
        }
    }
}

#[test]
fn a_body_is_sent_with_its_length() {
    let echo: Talk = |stream| {
        let request = hear(stream).expect("a request");
        assert!(request.contains("content-length: 5\r\n"), "{request}");
        let (_, body) = request.split_once("\r\n\r\n").expect("a body");
        let _ = write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{body}");
    };
    for any in all() {
        let reply = Caller::new(&any, &serve(echo).0).call("POST", "hello");
        assert_eq!(reply.expect(any.0).body(), "hello", "{}", any.0);
    }
}

/// Answers with a body in this encoding, if it is asked for; `null` as it is otherwise.
fn answer_encoded(stream: &mut TcpStream, encoding: &str, encode: fn(&str) -> Vec<u8>) {
    let request = hear(stream).expect("a request");
    let mut lines = request.lines();
    let asked = lines.find_map(|line| line.strip_prefix("accept-encoding: "));
    let mut asked = asked.unwrap_or_default().split(',').map(str::trim);
    let (head, body) = match asked.any(|one| one == encoding) {
        true => (format!("content-encoding: {encoding}\r\n"), encode(REX)),
        false => (String::new(), b"null".to_vec()),
    };
    let length = body.len();
    let _ = write!(
        stream,
        "HTTP/1.1 200 OK\r\n{head}content-length: {length}\r\n\r\n"
    );
    let _ = stream.write_all(&body);
}

fn gzip(text: &str) -> Vec<u8> {
    let level = flate2::Compression::default();
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}

fn brotli(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut out, 4096, 5, 20);
    encoder.write_all(text.as_bytes()).expect("memory");
    drop(encoder);
    out
}

fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 0).expect("memory")
}

#[test]
fn a_compressed_body_is_decoded_and_nothing_else_is_asked_for() {
    let gzipped: Talk = |stream| answer_encoded(stream, "gzip", gzip);
    for (name, outcome) in outcomes(gzipped) {
        assert_eq!(outcome.expect(name).body(), REX, "{name}");
    }
    let brotlied: Talk = |stream| answer_encoded(stream, "br", brotli);
    for (name, outcome) in outcomes(brotlied) {
        assert_eq!(outcome.expect(name).body(), REX, "{name}");
    }
    let zstded: Talk = |stream| answer_encoded(stream, "zstd", zstd);
    for (name, outcome) in outcomes(zstded) {
        // ureq knows no zstd, and asks for none.
        let expected = if name == "ureq" { "null" } else { REX };
        assert_eq!(outcome.expect(name).body(), expected, "{name}");
    }
}

#[test]
fn a_connection_that_is_refused_is_none() {
    let port = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", port.local_addr().expect("an address"));
    drop(port);
    for any in all() {
        let (kind, said) = Caller::new(&any, &url).call("GET", "").expect_err(any.0);
        assert_eq!(kind, ErrorKind::Transport, "{}", any.0);
        assert!(
            said.starts_with("request: no connection: "),
            "{}: {said}",
            any.0
        );
    }
}

#[test]
fn what_breaks_off_may_have_been_received() {
    let nothing: Talk = |stream| drop(hear(stream));
    let head: Talk = |stream| {
        hear(stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-le");
    };
    let body: Talk = |stream| {
        hear(stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 36\r\n\r\n{\"id\":7,");
    };
    let chunk: Talk = |stream| {
        hear(stream);
        let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{\"id\"";
        let _ = stream.write_all(head);
    };
    for talk in [nothing, head, body, chunk] {
        for (name, outcome) in outcomes(talk) {
            let (kind, said) = outcome.expect_err(name);
            assert_eq!(kind, ErrorKind::Transport, "{name}");
            assert!(
                said.starts_with("request: the connection failed: "),
                "{name}: {said}"
            );
        }
    }
}

#[test]
fn a_head_or_body_that_does_not_come_is_a_timeout() {
    let head: Talk = |stream| while hear(stream).is_some() {};
    let body: Talk = |stream| {
        hear(stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 36\r\n\r\n{\"id\":7,");
        hear(stream);
    };
    for talk in [head, body] {
        for (name, outcome) in outcomes(talk) {
            let (kind, said) = outcome.expect_err(name);
            assert_eq!(kind, ErrorKind::Timeout, "{name}");
            assert_eq!(said, "request: no response within 400ms", "{name}");
        }
    }
}

#[test]
fn a_body_beyond_the_limit_is_given_up() {
    let told: Talk = |stream| answer(stream, "200 OK", "", &[b' '; 1001]);
    let endless: Talk = |stream| {
        hear(stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        while stream.write_all(b"5\r\n     \r\n").is_ok() {}
    };
    for talk in [told, endless] {
        for (name, outcome) in outcomes(talk) {
            let (_, said) = outcome.expect_err(name);
            assert_eq!(
                said, "request: the response is larger than 1000 bytes",
                "{name}"
            );
        }
    }
    let fits: Talk = |stream| answer(stream, "200 OK", "", &[b' '; 1000]);
    for (name, outcome) in outcomes(fits) {
        assert_eq!(outcome.expect(name).body().len(), 1000, "{name}");
    }
}

#[test]
fn a_redirect_is_a_response_to_the_transport() {
    let talk: Talk = |stream| answer(stream, "302 Found", "location: /elsewhere\r\n", b"");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime");
    let script = Scripted::new().respond(
        http::Response::builder()
            .status(302)
            .header("location", "/elsewhere")
            .body("".into())
            .expect("a response"),
    );
    for any in all().into_iter().chain([Any("scripted", Arc::new(script))]) {
        let (url, _) = serve(talk);
        let request = http::Request::get(format!("{url}/x")).body(Body::empty());
        let answer = runtime.block_on(any.send(request.expect("a request")));
        let answer = answer.expect(any.0);
        assert_eq!(answer.status(), 302, "{}", any.0);
        assert_eq!(answer.headers()["location"], "/elsewhere", "{}", any.0);
    }
}

#[test]
fn a_connection_is_used_again() {
    for any in all() {
        let (url, connections) = serve(|stream| answer(stream, "200 OK", "", b"hello"));
        let caller = Caller::new(&any, &url);
        for _ in 0..3 {
            assert_eq!(caller.call("GET", "").expect(any.0).body(), "hello");
        }
        assert_eq!(*connections.lock().expect("a count"), 1, "{}", any.0);
    }
}

#[test]
fn http_2_is_spoken_where_it_is_agreed_upon() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime");
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = listener.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let app = axum::Router::new().fallback(|request: axum::extract::Request| async move {
        format!("{:?} {}", request.version(), request.uri().path())
    });
    runtime.spawn(async move { axum::serve(listener, app).await });
    let reqwest = reqwest::Client::builder().http2_prior_knowledge().build();
    let reqwest = ReqwestTransport::from_client(reqwest.expect("a client"));
    let mut builder = legacy::Client::builder(TokioExecutor::new());
    let hyper = hyper(builder.http2_only(true));
    for any in [
        Any("reqwest", Arc::new(reqwest)),
        Any("hyper", Arc::new(hyper)),
    ] {
        let caller = Caller::new(&any, &url);
        let reply = caller.call("GET", "").expect(any.0);
        assert_eq!(reply.text().expect("text"), "HTTP/2.0 /x", "{}", any.0);
    }
}
