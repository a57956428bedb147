//! Both transports over real sockets, against a server that does as it is told.

use super::petstore::{Client, Credentials};
use crate::runtime::{ErrorKind, Retry};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

/// What the server does with one request.
#[derive(Clone, Copy)]
enum Act {
    /// Writes this and closes.
    Say(&'static str),
    /// Writes this and stays silent.
    Hang(&'static str),
}

/// A server that treats its connections in this way, one after the other; gives its URL and what it heard.
fn serve(acts: &'static [Act]) -> (String, thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let heard = thread::spawn(move || acts.iter().map(|act| exchange(&listener, *act)).collect());
    (url, heard)
}

fn exchange(listener: &TcpListener, act: Act) -> String {
    let (mut stream, _) = listener.accept().expect("a connection");
    let request = hear(&mut stream);
    match act {
        Act::Say(text) => {
            stream.write_all(text.as_bytes()).expect("a listener");
            let _ = stream.shutdown(Shutdown::Both);
        }
        Act::Hang(text) => {
            stream.write_all(text.as_bytes()).expect("a listener");
            // Until the client hangs up.
            let _ = stream.read(&mut [0; 1]);
        }
    }
    request
}

/// A request with its body, as far as `content-length` goes.
fn hear(stream: &mut TcpStream) -> String {
    let mut heard = Vec::new();
    let mut byte = [0; 1];
    while !heard.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        heard.push(byte[0]);
    }
    let head = String::from_utf8(heard).expect("text").to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.trim().parse().expect("a number"))];
    stream.read_exact(&mut body).expect("a body");
    head + &String::from_utf8(body).expect("text")
}

fn client(url: &str) -> Client {
    let mut builder = Client::builder()
        .base_url(url)
        .credentials(Credentials::new("k", "t"));
    builder.core.retry(Retry::never());
    builder.core.attempt_timeout(Duration::from_millis(400));
    builder.core.max_response_bytes(1000);
    builder.build().expect("a client")
}

/// The outcome of the same call through both transports, each with a server of its own.
fn both(act: &'static [Act]) -> Vec<Result<String, (ErrorKind, String)>> {
    let name = |outcome: Result<
        crate::runtime::Response<super::models::Pet>,
        crate::runtime::Error<_>,
    >| {
        outcome.map(|pet| pet.into_inner().name).map_err(
            |error: crate::runtime::Error<super::petstore::GetPetError>| {
                (error.kind(), error.to_string())
            },
        )
    };
    let (url, _) = serve(act);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let first = runtime.block_on(async { client(&url).get_pet("7").send().await });
    let (url, _) = serve(act);
    let second = client(&url).get_pet("7").send_blocking();
    vec![name(first), name(second)]
}

#[test]
fn a_response_arrives() {
    static ACT: [Act; 1] = [Act::Say(
        "HTTP/1.1 200 OK\r\ncontent-length: 36\r\ncontent-type: application/json\r\n\r\n{\"id\":7,\"name\":\"Rex\",\"state\":\"sold\"}",
    )];
    assert_eq!(REX.len(), 36);
    for outcome in both(&ACT) {
        assert_eq!(outcome, Ok("Rex".into()));
    }
}

#[test]
fn what_is_sent_is_the_same_through_both() {
    static ACT: [Act; 1] = [Act::Say("HTTP/1.1 204 No Content\r\n\r\n")];
    let pet = super::models::Pet::new(1, "A", None);
    let (url, heard) = serve(&ACT);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async { client(&url).create_pet(&pet).send().await.expect("sent") });
    let first = heard.join().expect("heard");
    let (url, heard) = serve(&ACT);
    client(&url)
        .create_pet(&pet)
        .call
        .send_blocking::<super::petstore::CreatePet>()
        .expect("sent");
    let second = heard.join().expect("heard");
    for request in [&first[0], &second[0]] {
        assert!(request.starts_with("post /pets http/1.1\r\n"), "{request}");
        assert!(
            request.contains("content-type: application/json\r\n"),
            "{request}"
        );
        assert!(request.contains("content-length: 32\r\n"), "{request}");
        assert!(
            request.ends_with(r#"{"id":1,"name":"A","state":null}"#),
            "{request}"
        );
    }
}

#[test]
fn silence_is_a_timeout() {
    static NOTHING: [Act; 1] = [Act::Hang("")];
    static HEAD: [Act; 1] = [Act::Hang(
        "HTTP/1.1 200 OK\r\ncontent-length: 36\r\n\r\n{\"id\"",
    )];
    for act in [&NOTHING, &HEAD] {
        for outcome in both(act) {
            let (kind, message) = outcome.unwrap_err();
            assert_eq!(kind, ErrorKind::Timeout, "{message}");
            assert_eq!(message, "getPet: no response within 400ms");
        }
    }
}

#[test]
fn what_breaks_off_or_is_no_http_is_a_transport_error() {
    static CUT: [Act; 1] = [Act::Say(
        "HTTP/1.1 200 OK\r\ncontent-length: 36\r\n\r\n{\"id\":7,",
    )];
    static CLOSED: [Act; 1] = [Act::Say("")];
    static GARBAGE: [Act; 1] = [Act::Say("\u{1}\u{2}\u{3}\r\n\r\n")];
    for act in [&CUT, &CLOSED, &GARBAGE] {
        for outcome in both(act) {
            let (kind, message) = outcome.unwrap_err();
            assert_eq!(kind, ErrorKind::Transport, "{message}");
            assert!(message.starts_with("getPet: "), "{message}");
        }
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let refused = client("http://127.0.0.1:1");
    let error = runtime.block_on(async { refused.get_pet("7").send().await.unwrap_err() });
    assert!(
        error.to_string().starts_with("getPet: no connection: "),
        "{error}"
    );
    let error = refused.get_pet("7").send_blocking().unwrap_err();
    assert!(
        error.to_string().starts_with("getPet: no connection: "),
        "{error}"
    );
}

#[test]
fn a_body_beyond_the_limit_is_not_kept() {
    static LARGE: [Act; 1] = [Act::Say(concat!(
        "HTTP/1.1 200 OK\r\ncontent-length: 1200\r\n\r\n",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
        "                                                                                                    ",
    ))];
    for outcome in both(&LARGE) {
        let (_, message) = outcome.unwrap_err();
        assert_eq!(message, "getPet: the response is larger than 1000 bytes");
    }
}
